package io.wanqu.connectors.xiaohongshu;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.DeliveryContract;

class XiaohongshuDeliveryTest extends DeliveryContract {

    @Override
    protected ChannelWorld newWorld() {
        return new XiaohongshuWorld();
    }
}
