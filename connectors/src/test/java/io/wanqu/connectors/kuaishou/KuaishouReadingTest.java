package io.wanqu.connectors.kuaishou;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ReadingContract;

class KuaishouReadingTest extends ReadingContract {

    @Override
    protected ChannelWorld newWorld() {
        return new KuaishouWorld();
    }
}
