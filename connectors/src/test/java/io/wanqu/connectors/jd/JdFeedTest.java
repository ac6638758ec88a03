package io.wanqu.connectors.jd;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.FeedContract;

class JdFeedTest extends FeedContract {

    @Override
    protected ChannelWorld newWorld() {
        return new JdWorld("router");
    }
}
