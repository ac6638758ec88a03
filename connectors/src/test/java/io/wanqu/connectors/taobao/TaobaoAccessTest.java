package io.wanqu.connectors.taobao;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.AccessContract;

class TaobaoAccessTest extends AccessContract {

    @Override
    protected ChannelWorld newWorld() {
        return new TaobaoWorld();
    }
}
