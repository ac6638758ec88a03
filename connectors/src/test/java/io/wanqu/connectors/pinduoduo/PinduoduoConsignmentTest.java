package io.wanqu.connectors.pinduoduo;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ConsignmentContract;

class PinduoduoConsignmentTest extends ConsignmentContract {

    @Override
    protected ChannelWorld newWorld() {
        return new PinduoduoWorld();
    }
}
