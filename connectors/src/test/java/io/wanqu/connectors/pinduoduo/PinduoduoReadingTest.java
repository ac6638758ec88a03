package io.wanqu.connectors.pinduoduo;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ReadingContract;

class PinduoduoReadingTest extends ReadingContract {

    @Override
    protected ChannelWorld newWorld() {
        return new PinduoduoWorld();
    }
}
