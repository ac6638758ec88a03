package io.wanqu.connectors.xianyu;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.StockContract;

class XianyuStockTest extends StockContract {

    @Override
    protected ChannelWorld newWorld() {
        return new XianyuWorld();
    }
}
