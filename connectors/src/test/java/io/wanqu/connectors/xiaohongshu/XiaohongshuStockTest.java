package io.wanqu.connectors.xiaohongshu;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.StockContract;

class XiaohongshuStockTest extends StockContract {

    @Override
    protected ChannelWorld newWorld() {
        return new XiaohongshuWorld();
    }
}
