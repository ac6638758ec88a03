package io.wanqu.connectors.pinduoduo;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.Secret;
import io.wanqu.connectors.SimulatedWorld;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Pinduoduo as the kit sees it. */
final class PinduoduoWorld extends SimulatedWorld {

    PinduoduoWorld() {
        super(new PinduoduoConnector(), Map.of(
            Failure.LIMITED, new Fault(70031, ""),
            Failure.ILL, new Fault(52001, ""),
            Failure.UNKNOWN_CODE, new Fault(98765, "")));
    }

    @Override
    protected ChannelAccount.App credentials(JsonNode registered) {
        var more = new HashMap<String, Secret>();
        registered.path("extra").properties().forEach(each -> more.put(each.getKey(), Secret.of(each.getValue().asString())));
        return new ChannelAccount.App(registered.path("appKey").asString(),
            Secret.of(registered.path("appSecret").asString()), more);
    }

    @Override
    public void rejectNextListing(String reason) {
        stage().pull("/listing/review", "{\"shopId\":\"%s\",\"rejectNext\":\"%s\"}".formatted(shopId(), reason));
    }

    @Override
    public String category() {
        return "8721";
    }
}
