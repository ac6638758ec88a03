package io.wanqu.connectors.taobao;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.FeedContract;

class TaobaoFeedTest extends FeedContract {

    @Override
    protected ChannelWorld newWorld() {
        return new TaobaoWorld();
    }
}
