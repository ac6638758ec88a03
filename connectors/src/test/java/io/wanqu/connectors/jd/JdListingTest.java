package io.wanqu.connectors.jd;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ListingContract;

class JdListingTest extends ListingContract {

    @Override
    protected ChannelWorld newWorld() {
        return new JdWorld("router");
    }
}
