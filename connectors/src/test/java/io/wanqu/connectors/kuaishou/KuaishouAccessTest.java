package io.wanqu.connectors.kuaishou;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.AccessContract;

class KuaishouAccessTest extends AccessContract {

    @Override
    protected ChannelWorld newWorld() {
        return new KuaishouWorld();
    }
}
