package io.wanqu.connectors.taobao;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.StockContract;

class TaobaoStockTest extends StockContract {

    @Override
    protected ChannelWorld newWorld() {
        return new TaobaoWorld();
    }
}
