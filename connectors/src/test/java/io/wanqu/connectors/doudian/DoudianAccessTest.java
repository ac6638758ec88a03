package io.wanqu.connectors.doudian;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.AccessContract;

class DoudianAccessTest extends AccessContract {

    @Override
    protected ChannelWorld newWorld() {
        return new DoudianWorld();
    }
}
