package io.wanqu.connectors.xiaohongshu;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ListingContract;

class XiaohongshuListingTest extends ListingContract {

    @Override
    protected ChannelWorld newWorld() {
        return new XiaohongshuWorld();
    }
}
