package io.wanqu.connectors.xianyu;

import io.wanqu.connector.ChannelAccount.App;
import io.wanqu.connector.PushAnswer.Reply;
import io.wanqu.connector.supply.Supplied;
import io.wanqu.connector.supply.Supplier;
import io.wanqu.connector.supply.SupplyRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The supply standard, in which the platform is the buyer and calls us. */
final class Supply {

    private static final String OPEN_INFO = "/goofish/open/info";
    private static final int PAGE_MAX = 100;

    private final App app;

    Supply(App app) {
        this.app = app;
    }

    Optional<Reply> serve(SupplyRequest call, Supplier supplier, Instant now) {
        var path = call.path();
        if (!path.startsWith("/goofish/")) {
            return Optional.empty();
        }
        if (path.equals(OPEN_INFO)) {
            return Optional.of(answer(info()));
        }
        var refusal = refused(call, now);
        if (refusal != null) {
            return Optional.of(refusal);
        }
        var body = Json.read(call.request().body().length == 0 ? "{}" : call.request().text());
        return Optional.of(body == null || !body.isObject() ? error(Facts.BAD_ORDER, "the body is no object")
            : routed(path, body, supplier));
    }

    private @Nullable Reply refused(SupplyRequest call, Instant now) {
        var query = call.request().query();
        var timestamp = query.getOrDefault("timestamp", "");
        if (!query.getOrDefault("mch_id", "").equals(app.more(Facts.MCH_ID).reveal())
            || !Signing.same(Signing.supply(app, call.request().body(), timestamp), query.getOrDefault("sign", ""))) {
            return error(Facts.BAD_SIGN, "signature differs");
        }
        var age = timestamp.matches("\\d{1,12}")
            ? Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs() : Facts.DRIFT.plusSeconds(1);
        return age.compareTo(Facts.DRIFT) > 0 ? error(Facts.TOO_OLD, "timestamp differs too much") : null;
    }

    private static Reply routed(String path, JsonNode body, Supplier supplier) {
        return switch (path.substring("/goofish/".length())) {
            case "user/info" -> answer(Map.of("balance", supplier.balanceMinor()));
            case "goods/list" -> list(body, supplier);
            case "goods/detail" -> cards(body) ? supplier.goods(body.path("goods_no").asString(""))
                .map(goods -> answer(goods(goods))).orElseGet(() -> error(Facts.NO_GOODS, "no such goods"))
                : error(Facts.NO_GOODS, "no such goods");
            case "goods/change/subscribe" -> watch(body, supplier, true);
            case "goods/change/unsubscribe" -> watch(body, supplier, false);
            case "order/purchase/create" -> purchase(body, supplier);
            // We keep no accounts of buyers elsewhere, so there is nothing that could be charged up.
            case "order/recharge/create", "order/ticket/create" -> error(Facts.NO_GOODS, "only cards are supplied");
            case "order/detail" -> detail(body, supplier);
            default -> error(Facts.NO_SUCH_CALL, "not offered");
        };
    }

    /** The one call without a signature: who we are and what we can do. */
    private Map<String, Object> info() {
        return Map.of("app_id", number(app.more(Facts.SUPPLY_APP_ID).reveal()), "features", Map.of(
            "is_support_order_refund", false, "is_support_goods_notify", false, "is_support_loss_purchase", false));
    }

    private static Object number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : text;
    }

    private static Reply list(JsonNode body, Supplier supplier) {
        if (!cards(body)) {
            return answer(Map.of("list", List.of(), "count", 0));
        }
        var size = Math.clamp(body.path("page_size").asInt(PAGE_MAX), 1, PAGE_MAX);
        var page = supplier.goods(Json.textOrNull(body, "keyword"), Math.max(1, body.path("page_no").asInt(1)), size);
        return answer(Map.of("list", page.goods().stream().map(Supply::goods).toList(), "count", page.count()));
    }

    /** A question that names no kind is about all kinds, and ours are cards. */
    private static boolean cards(JsonNode body) {
        return body.path("goods_type").asInt(Facts.CARDS) == Facts.CARDS;
    }

    private static Reply watch(JsonNode body, Supplier supplier, boolean on) {
        var number = body.path("goods_no").asString("");
        if (supplier.goods(number).isEmpty()) {
            return error(Facts.NO_GOODS, "no such goods");
        }
        supplier.watch(number, body.path("token").asString(""), on);
        return answer(Map.of());
    }

    private static Reply purchase(JsonNode body, Supplier supplier) {
        var order = body.path("order_no").asString("");
        var goods = body.path("goods_no").asString("");
        var quantity = body.path("buy_quantity").asInt(0);
        if (order.isEmpty() || goods.isEmpty() || quantity < 1 || !body.path("max_amount").canConvertToLong()) {
            return error(Facts.BAD_ORDER, "order_no, goods_no, buy_quantity and max_amount are needed");
        }
        return answer(supplied(supplier.order(new Supplier.Purchase(order, goods, quantity,
            body.path("max_amount").asLong(0), Json.textOrNull(body, "notify_url")))));
    }

    private static Reply detail(JsonNode body, Supplier supplier) {
        var order = Json.textOrNull(body, "order_no");
        var number = order == null ? body.path("out_order_no").asString("") : order;
        return supplier.find(number).map(found -> answer(supplied(found)))
            .orElseGet(() -> error(Facts.NO_ORDER, "no such order"));
    }

    static Map<String, Object> supplied(Supplied supplied) {
        var data = new LinkedHashMap<String, Object>();
        data.put("order_type", Facts.CARDS);
        data.put("order_no", supplied.orderNumber());
        data.put("out_order_no", supplied.ourNumber());
        data.put("order_status", Statuses.supplied(supplied.state()));
        data.put("order_amount", supplied.amountMinor());
        data.put("order_time", supplied.times().orderedAt().getEpochSecond());
        var ended = supplied.times().endedAt();
        if (ended != null) {
            data.put("end_time", ended.getEpochSecond());
        }
        data.put("card_items", supplied.codes().stream().map(CardStore::card).toList());
        data.put("remark", supplied.reason());
        return data;
    }

    static Map<String, Object> goods(Supplier.Goods goods) {
        return Map.of("goods_no", goods.number(), "goods_type", Facts.CARDS, "goods_name", goods.name(),
            "price", goods.priceMinor(), "stock", goods.stock(), "status", goods.onSale() ? 1 : 2);
    }

    private static Reply answer(Object data) {
        return reply(Facts.OK, "OK", data);
    }

    private static Reply error(int code, String message) {
        return reply(code, message, Map.of());
    }

    private static Reply reply(int code, String message, Object data) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("code", code);
        envelope.put("msg", message);
        envelope.put("data", data);
        return new Reply(200, "application/json", Json.write(envelope));
    }
}
