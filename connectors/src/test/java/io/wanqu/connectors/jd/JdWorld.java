package io.wanqu.connectors.jd;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.Secret;
import io.wanqu.connectors.SimulatedWorld;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** JD as the kit sees it, over one of its transports. */
final class JdWorld extends SimulatedWorld {

    private final String transport;

    JdWorld(String transport) {
        super(new JdConnector(), Map.of(
            Failure.LIMITED, new Fault(60, ""),
            Failure.ILL, new Fault(65, ""),
            Failure.UNKNOWN_CODE, new Fault(98765, "")));
        this.transport = transport;
    }

    @Override
    protected ChannelAccount.App credentials(JsonNode registered) {
        return new ChannelAccount.App(registered.path("appKey").asString(),
            Secret.of(registered.path("appSecret").asString()), Map.of(Facts.TRANSPORT, Secret.of(transport)));
    }

    /** A line has no number there; its SKU stands for it. */
    @Override
    public List<Placed> place(Wish wish) {
        return super.place(wish).stream()
            .map(each -> new Placed(each.orderId(), each.skuId(), each.productId(), each.skuId())).toList();
    }

    /** Order and line are one behind the stage as long as there is one line. */
    @Override
    public void refund(Placed order, RefundStep step) {
        super.refund(new Placed(order.orderId(), order.orderId(), order.productId(), order.skuId()), step);
    }
}
