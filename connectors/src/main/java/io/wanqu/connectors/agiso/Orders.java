package io.wanqu.connectors.agiso;

import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connectors.jd.JdOrder;
import io.wanqu.connectors.pinduoduo.PinduoduoOrder;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads one order, in the words of the marketplace behind the gateway. */
final class Orders {

    private final Gateway gateway;

    Orders(Gateway gateway) {
        this.gateway = gateway;
    }

    Optional<ChannelOrder> find(String id) {
        return switch (gateway.service()) {
            case TAOBAO -> detail("/Trade/TradeInfo", "tid", id).map(TaobaoTrade::read);
            // The shorter reading of this marketplace does not say whether an order was shipped.
            case PINDUODUO -> detail("/Order/OrderInformation", "orderSn", id)
                .map(data -> PinduoduoOrder.read(data.path("order_info")));
            case JD -> detail("/Order/Detail", "order_id", id).map(JdOrder::read);
            case XIANYU -> xianyu(id).map(order -> XianyuOrder.read(order, refund(id)));
            default -> throw ConnectorException.refused("unsupported",
                "no reading of orders is known for " + gateway.service().path());
        };
    }

    Optional<JsonNode> xianyu(String id) {
        return detail("/Order/Detail", "tid", id);
    }

    /** An order there says nothing of a refund that is under way. */
    private Refund refund(String id) {
        return detail("/Refund/Detail", "tid", id)
            .map(data -> XianyuOrder.refund(data.path("refund_status").asInt(-1))).orElse(Refund.NONE);
    }

    private Optional<JsonNode> detail(String path, String name, String id) {
        var envelope = gateway.ask(path, Map.of(name, id));
        if (envelope.notFound()) {
            return Optional.empty();
        }
        if (!envelope.ok()) {
            throw envelope.trouble();
        }
        return envelope.data().isObject() ? Optional.of(envelope.data()) : Optional.empty();
    }
}
