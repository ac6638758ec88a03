package io.wanqu.connectors.wechatshop;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.StockContract;

class WechatShopStockTest extends StockContract {

    @Override
    protected ChannelWorld newWorld() {
        return new WechatShopWorld();
    }
}
