package io.wanqu.connectors.kuaishou;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.PushContract;

class KuaishouPushTest extends PushContract {

    @Override
    protected ChannelWorld newWorld() {
        return new KuaishouWorld();
    }
}
