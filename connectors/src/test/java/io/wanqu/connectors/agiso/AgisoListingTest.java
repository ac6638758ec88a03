package io.wanqu.connectors.agiso;

import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.connector.kit.ListingContract;

class AgisoListingTest extends ListingContract {

    @Override
    protected ChannelWorld newWorld() {
        return new AgisoWorld("alds");
    }
}
