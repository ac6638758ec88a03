package io.wanqu.connectors.xianyu;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ReadingContract;

class XianyuReadingTest extends ReadingContract {

    @Override
    protected ChannelWorld newWorld() {
        return new XianyuWorld();
    }
}
