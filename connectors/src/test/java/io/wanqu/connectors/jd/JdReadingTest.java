package io.wanqu.connectors.jd;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ReadingContract;

class JdReadingTest extends ReadingContract {

    @Override
    protected ChannelWorld newWorld() {
        return new JdWorld("router");
    }
}
