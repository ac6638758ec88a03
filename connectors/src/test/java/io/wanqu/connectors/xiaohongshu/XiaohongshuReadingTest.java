package io.wanqu.connectors.xiaohongshu;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ReadingContract;

class XiaohongshuReadingTest extends ReadingContract {

    @Override
    protected ChannelWorld newWorld() {
        return new XiaohongshuWorld();
    }
}
