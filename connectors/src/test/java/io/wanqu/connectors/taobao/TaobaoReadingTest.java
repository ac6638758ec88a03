package io.wanqu.connectors.taobao;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ReadingContract;

class TaobaoReadingTest extends ReadingContract {

    @Override
    protected ChannelWorld newWorld() {
        return new TaobaoWorld();
    }
}
