package io.wanqu.connectors.taobao;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ListingContract;

class TaobaoListingTest extends ListingContract {

    @Override
    protected ChannelWorld newWorld() {
        return new TaobaoWorld();
    }
}
