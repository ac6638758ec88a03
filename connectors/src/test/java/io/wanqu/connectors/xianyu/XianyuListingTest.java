package io.wanqu.connectors.xianyu;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ListingContract;

class XianyuListingTest extends ListingContract {

    @Override
    protected ChannelWorld newWorld() {
        return new XianyuWorld();
    }
}
