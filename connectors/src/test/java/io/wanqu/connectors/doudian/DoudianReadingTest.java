package io.wanqu.connectors.doudian;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ReadingContract;

class DoudianReadingTest extends ReadingContract {

    @Override
    protected ChannelWorld newWorld() {
        return new DoudianWorld();
    }
}
