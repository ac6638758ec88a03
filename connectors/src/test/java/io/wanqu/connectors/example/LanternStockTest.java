package io.wanqu.connectors.example;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.StockContract;

class LanternStockTest extends StockContract {

    @Override
    protected ChannelWorld newWorld() {
        return new LanternWorld();
    }
}
