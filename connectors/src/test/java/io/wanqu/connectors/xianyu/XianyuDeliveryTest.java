package io.wanqu.connectors.xianyu;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.DeliveryContract;

class XianyuDeliveryTest extends DeliveryContract {

    @Override
    protected ChannelWorld newWorld() {
        return new XianyuWorld();
    }
}
