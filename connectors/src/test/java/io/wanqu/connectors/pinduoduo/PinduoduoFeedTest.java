package io.wanqu.connectors.pinduoduo;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.FeedContract;

class PinduoduoFeedTest extends FeedContract {

    @Override
    protected ChannelWorld newWorld() {
        return new PinduoduoWorld();
    }
}
