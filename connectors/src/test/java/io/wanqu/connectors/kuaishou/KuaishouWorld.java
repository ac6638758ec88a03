package io.wanqu.connectors.kuaishou;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.Secret;
import io.wanqu.connectors.SimulatedWorld;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Kuaishou as the kit sees it. */
final class KuaishouWorld extends SimulatedWorld {

    KuaishouWorld() {
        super(new KuaishouConnector(), Map.of(
            Failure.LIMITED, new Fault(38, ""),
            Failure.ILL, new Fault(20, ""),
            Failure.UNKNOWN_CODE, new Fault(98765, "")));
    }

    @Override
    protected ChannelAccount.App credentials(JsonNode registered) {
        var extra = registered.path("extra");
        return new ChannelAccount.App(registered.path("appKey").asString(), Secret.of(registered.path("appSecret").asString()),
            Map.of("signSecret", Secret.of(extra.path("signSecret").asString()),
                "messageSecret", Secret.of(extra.path("messageSecret").asString())));
    }

    /** A write is preceded by a look here, and only a lost answer of the write is worth a test. */
    @Override
    public void fail(Failure how, int times) {
        if (how != Failure.CUT_AFTER_APPLYING) {
            super.fail(how, times);
            return;
        }
        for (var method : List.of("integration.callback.virtual.eticket.send", "open.item.sku.stock.update", "open.item.new")) {
            stage().pull("/fault", "{\"times\":%d,\"after\":true,\"code\":0,\"method\":\"%s\"}".formatted(times, method));
        }
    }

    @Override
    public String category() {
        return "3689";
    }
}
