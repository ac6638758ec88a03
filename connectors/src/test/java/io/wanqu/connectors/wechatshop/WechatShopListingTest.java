package io.wanqu.connectors.wechatshop;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ListingContract;

class WechatShopListingTest extends ListingContract {

    @Override
    protected ChannelWorld newWorld() {
        return new WechatShopWorld();
    }
}
