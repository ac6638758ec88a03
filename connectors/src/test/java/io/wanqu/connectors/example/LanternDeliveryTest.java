package io.wanqu.connectors.example;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.DeliveryContract;

class LanternDeliveryTest extends DeliveryContract {

    @Override
    protected ChannelWorld newWorld() {
        return new LanternWorld();
    }
}
