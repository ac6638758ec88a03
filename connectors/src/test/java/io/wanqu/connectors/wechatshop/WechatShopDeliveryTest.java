package io.wanqu.connectors.wechatshop;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.DeliveryContract;

class WechatShopDeliveryTest extends DeliveryContract {

    @Override
    protected ChannelWorld newWorld() {
        return new WechatShopWorld();
    }
}
