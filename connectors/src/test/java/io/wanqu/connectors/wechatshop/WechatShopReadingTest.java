package io.wanqu.connectors.wechatshop;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ReadingContract;

class WechatShopReadingTest extends ReadingContract {

    @Override
    protected ChannelWorld newWorld() {
        return new WechatShopWorld();
    }
}
