package io.wanqu.connectors.xianyu;

import io.wanqu.connector.kit.BuyingWorld;
import io.wanqu.connector.kit.SupplyContract;

class XianyuSupplyTest extends SupplyContract {

    @Override
    protected BuyingWorld newWorld() {
        return new XianyuWorld();
    }
}
