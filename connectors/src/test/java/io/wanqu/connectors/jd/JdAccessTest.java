package io.wanqu.connectors.jd;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.AccessContract;

class JdAccessTest extends AccessContract {

    @Override
    protected ChannelWorld newWorld() {
        return new JdWorld("router");
    }
}
