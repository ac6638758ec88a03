package io.wanqu.connectors.doudian;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.DeliveryContract;

class DoudianDeliveryTest extends DeliveryContract {

    @Override
    protected ChannelWorld newWorld() {
        return new DoudianWorld();
    }
}
