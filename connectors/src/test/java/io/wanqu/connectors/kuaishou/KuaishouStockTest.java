package io.wanqu.connectors.kuaishou;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.StockContract;

class KuaishouStockTest extends StockContract {

    @Override
    protected ChannelWorld newWorld() {
        return new KuaishouWorld();
    }
}
