package io.wanqu.connectors.example;

import io.wanqu.connector.kit.AccessContract;
import io.wanqu.connector.kit.ChannelWorld;

class LanternAccessTest extends AccessContract {

    @Override
    protected ChannelWorld newWorld() {
        return new LanternWorld();
    }
}
