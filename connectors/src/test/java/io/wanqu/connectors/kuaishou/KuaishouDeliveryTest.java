package io.wanqu.connectors.kuaishou;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.DeliveryContract;

class KuaishouDeliveryTest extends DeliveryContract {

    @Override
    protected ChannelWorld newWorld() {
        return new KuaishouWorld();
    }
}
