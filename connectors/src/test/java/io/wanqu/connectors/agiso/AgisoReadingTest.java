package io.wanqu.connectors.agiso;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ReadingContract;

class AgisoReadingTest extends ReadingContract {

    @Override
    protected ChannelWorld newWorld() {
        return new AgisoWorld("alds");
    }
}
