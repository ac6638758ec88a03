package io.wanqu.connectors.taobao;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.DeliveryContract;

class TaobaoDeliveryTest extends DeliveryContract {

    @Override
    protected ChannelWorld newWorld() {
        return new TaobaoWorld();
    }
}
