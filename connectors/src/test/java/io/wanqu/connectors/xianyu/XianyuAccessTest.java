package io.wanqu.connectors.xianyu;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.AccessContract;

class XianyuAccessTest extends AccessContract {

    @Override
    protected ChannelWorld newWorld() {
        return new XianyuWorld();
    }
}
