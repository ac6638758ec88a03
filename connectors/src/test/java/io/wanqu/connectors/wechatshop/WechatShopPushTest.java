package io.wanqu.connectors.wechatshop;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.PushContract;

class WechatShopPushTest extends PushContract {

    @Override
    protected ChannelWorld newWorld() {
        return new WechatShopWorld();
    }
}
