package io.wanqu.connectors.xianyu;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.PushContract;

class XianyuPushTest extends PushContract {

    @Override
    protected ChannelWorld newWorld() {
        return new XianyuWorld();
    }
}
