package io.wanqu.connectors.doudian;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.PushContract;

class DoudianPushTest extends PushContract {

    @Override
    protected ChannelWorld newWorld() {
        return new DoudianWorld();
    }
}
