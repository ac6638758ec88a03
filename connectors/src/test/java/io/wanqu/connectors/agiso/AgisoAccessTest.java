package io.wanqu.connectors.agiso;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.AccessContract;

class AgisoAccessTest extends AccessContract {

    @Override
    protected ChannelWorld newWorld() {
        return new AgisoWorld("alds");
    }
}
