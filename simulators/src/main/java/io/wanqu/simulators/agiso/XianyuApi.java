package io.wanqu.simulators.agiso;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Line.Code;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.market.Order.State;
import io.wanqu.simulators.market.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Xianyu behind the gateway. An order whose SKU has a code that begins with "ticket" is one of tickets. */
final class XianyuApi {

    private static final String TICKET = "ticket";

    private final Shipping shipping;

    XianyuApi(Shipping shipping) {
        this.shipping = shipping;
    }

    void offer(Gateway gateway) {
        gateway.offer("/aldsIdle/Order/Detail", (shop, form) -> order(shipping.order(shop, form.get("tid"))));
        gateway.offer("/aldsIdle/Refund/Detail", (shop, form) -> refund(shipping.order(shop, form.get("tid"))));
        gateway.offer("/aldsIdle/Order/DummySend", (shop, form) -> {
            shipping.shipOrRefuse(shipping.order(shop, form.get("tid")), List.of());
            return null;
        });
        gateway.offer("/aldsIdle/Eticket/EticketMaSend", this::tickets);
        gateway.offer("/aldsIdle/Cpd/GetLastSentResult", (shop, form) ->
            PinduoduoApi.sent(shipping.order(shop, form.get("tid"))));
    }

    private @Nullable JsonNode tickets(Shop shop, Map<String, String> form) {
        var order = shipping.order(shop, form.get("tid"));
        if (!isTickets(order)) {
            throw new Refusal(Refusal.PARAMETER, "not an order of tickets");
        }
        var codes = new ArrayList<Code>();
        Json.read(form.getOrDefault("couponEticketStr", "[]")).forEach(ticket ->
            codes.add(new Code("", ticket.path("CodeId").asString(""), ticket.path("CodePassword").asString(""), "")));
        shipping.shipOrRefuse(order, codes);
        return null;
    }

    private static boolean isTickets(Order order) {
        return order.lines().getFirst().sku().code().startsWith(TICKET);
    }

    private static JsonNode order(Order order) {
        synchronized (order) {
            var line = order.lines().getFirst();
            var node = Json.object()
                .put("biz_order_id", order.id())
                .put("buy_amount", line.quantity())
                .put("encryption_buyer_id", "buyer-of-" + order.id())
                .put("create_time", order.createdAt() * 1000)
                .put("pay_time", order.paidAt() * 1000)
                .put("ship_time", order.shippedAt() * 1000)
                .put("end_time", order.state() == State.CLOSED ? order.updatedAt() * 1000 : 0)
                .put("order_status", status(order))
                .put("payment", order.amountFen())
                .put("sku", line.sku().id() + "|面值:月卡")
                .put("isEticket", String.valueOf(isTickets(order)));
            node.putObject("item")
                .put("item_id", line.sku().productId())
                .put("outer_id_sku", line.sku().code());
            return node;
        }
    }

    static int status(Order order) {
        var override = order.override();
        return override != null ? Integer.parseInt(override) : switch (order.state()) {
            case UNPAID -> 1;
            case HELD, PAID, PART_SHIPPED -> 2;
            case SHIPPED -> 3;
            case COMPLETED -> 4;
            case CLOSED -> order.closedFrom() == State.UNPAID ? 6 : 5;
        };
    }

    private static JsonNode refund(Order order) {
        var sale = order.lines().getFirst().afterSale();
        return Json.object().put("biz_order_id", order.id()).put("refund_status", sale == null ? 9 : switch (sale.step()) {
            case APPLIED -> 1;
            case AGREED -> 5;
            case REFUSED -> 6;
            case WITHDRAWN -> 4;
        });
    }
}
