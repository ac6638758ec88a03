package io.wanqu.connectors.agiso;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.FeedContract;

class AgisoFeedTest extends FeedContract {

    @Override
    protected ChannelWorld newWorld() {
        return new AgisoWorld("alds");
    }
}
