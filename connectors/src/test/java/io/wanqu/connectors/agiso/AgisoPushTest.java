package io.wanqu.connectors.agiso;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.PushContract;

class AgisoPushTest extends PushContract {

    @Override
    protected ChannelWorld newWorld() {
        return new AgisoWorld("alds");
    }
}
