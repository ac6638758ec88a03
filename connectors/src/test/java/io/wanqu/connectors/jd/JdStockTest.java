package io.wanqu.connectors.jd;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.StockContract;

class JdStockTest extends StockContract {

    @Override
    protected ChannelWorld newWorld() {
        return new JdWorld("router");
    }
}
