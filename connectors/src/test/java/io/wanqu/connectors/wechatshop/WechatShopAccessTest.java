package io.wanqu.connectors.wechatshop;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.AccessContract;

class WechatShopAccessTest extends AccessContract {

    @Override
    protected ChannelWorld newWorld() {
        return new WechatShopWorld();
    }
}
