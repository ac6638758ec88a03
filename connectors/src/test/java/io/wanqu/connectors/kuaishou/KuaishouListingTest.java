package io.wanqu.connectors.kuaishou;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ListingContract;

class KuaishouListingTest extends ListingContract {

    @Override
    protected ChannelWorld newWorld() {
        return new KuaishouWorld();
    }
}
