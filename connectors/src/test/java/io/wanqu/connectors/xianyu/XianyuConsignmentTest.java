package io.wanqu.connectors.xianyu;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ConsignmentContract;

class XianyuConsignmentTest extends ConsignmentContract {

    @Override
    protected ChannelWorld newWorld() {
        return new XianyuWorld();
    }
}
