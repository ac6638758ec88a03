package io.wanqu.connectors.example;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.PushContract;

// guide: test
class LanternPushTest extends PushContract {

    @Override
    protected ChannelWorld newWorld() {
        return new LanternWorld();
    }
}
// guide: end
