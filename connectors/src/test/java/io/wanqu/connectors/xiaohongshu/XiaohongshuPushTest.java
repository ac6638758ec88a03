package io.wanqu.connectors.xiaohongshu;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.PushContract;

class XiaohongshuPushTest extends PushContract {

    @Override
    protected ChannelWorld newWorld() {
        return new XiaohongshuWorld();
    }
}
