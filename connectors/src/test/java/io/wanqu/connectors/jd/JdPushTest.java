package io.wanqu.connectors.jd;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.PushContract;

class JdPushTest extends PushContract {

    @Override
    protected ChannelWorld newWorld() {
        return new JdWorld("router");
    }
}
