package io.wanqu.connectors.pinduoduo;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.AccessContract;

class PinduoduoAccessTest extends AccessContract {

    @Override
    protected ChannelWorld newWorld() {
        return new PinduoduoWorld();
    }
}
