package io.wanqu.connectors.jd;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.DeliveryContract;

class JdDeliveryTest extends DeliveryContract {

    @Override
    protected ChannelWorld newWorld() {
        return new JdWorld("router");
    }
}
