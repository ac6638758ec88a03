package io.wanqu.connectors.doudian;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.StockContract;

class DoudianStockTest extends StockContract {

    @Override
    protected ChannelWorld newWorld() {
        return new DoudianWorld();
    }
}
