package io.wanqu.connectors.pinduoduo;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.PushContract;

class PinduoduoPushTest extends PushContract {

    @Override
    protected ChannelWorld newWorld() {
        return new PinduoduoWorld();
    }
}
