package io.wanqu.connectors.agiso;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.Secret;
import io.wanqu.connectors.SimulatedWorld;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A shop of one marketplace behind Agiso as the kit sees it. */
final class AgisoWorld extends SimulatedWorld {

    private final String service;

    AgisoWorld(String service) {
        super(new AgisoConnector(), Map.of(
            Failure.LIMITED, new Fault(29, ""),
            Failure.ILL, new Fault(1, "retry"),
            Failure.UNKNOWN_CODE, new Fault(98765, "")));
        this.service = service;
    }

    @Override
    protected ChannelAccount.App credentials(JsonNode registered) {
        return new ChannelAccount.App(registered.path("appKey").asString(),
            Secret.of(registered.path("appSecret").asString()),
            Map.of(Facts.SERVICE, Secret.of(service), Facts.TOKEN, granted().access()));
    }
}
