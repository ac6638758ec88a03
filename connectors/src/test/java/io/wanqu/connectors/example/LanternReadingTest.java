package io.wanqu.connectors.example;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ReadingContract;

class LanternReadingTest extends ReadingContract {

    @Override
    protected ChannelWorld newWorld() {
        return new LanternWorld();
    }
}
