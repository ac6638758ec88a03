package io.wanqu.simulators.market;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.wire.Wire;
import java.util.HashMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a test may look at behind the stage. */
final class Sights {

    private final Market market;
    private final Wire wire;
    private final Protocol protocol;

    Sights(Market market, Wire wire, Protocol protocol) {
        this.market = market;
        this.wire = wire;
        this.protocol = protocol;
    }

    JsonNode see(Request request) {
        return switch (request.path()) {
            case "/order" -> order(market.order(Long.parseLong(request.parameter("orderId"))));
            case "/deliveries" -> deliveries(market.line(Long.parseLong(request.parameter("lineId"))));
            case "/stock" -> stock(market.sku(request.parameter("sku")));
            case "/stock/told" -> told(market.sku(request.parameter("sku")));
            case "/listing" -> listing(market.listing(Long.parseLong(request.parameter("productId"))));
            case "/shop" -> shop(market.shop(Long.parseLong(request.parameter("shopId"))));
            case "/push" -> counts(wire);
            default -> protocol.look(request);
        };
    }

    static ObjectNode counts(Wire wire) {
        var counts = wire.carrier().counts();
        return Json.object()
            .put("attempts", counts.attempts())
            .put("acknowledged", counts.acknowledged())
            .put("givenUp", counts.givenUp())
            .put("lost", wire.lost());
    }

    private static ObjectNode order(Order order) {
        var node = Json.object()
            .put("orderId", String.valueOf(order.id()))
            .put("state", order.state().name())
            .put("refunded", order.refunded())
            .put("paidAt", order.paidAt())
            .put("updatedAt", order.updatedAt());
        var lines = node.putArray("lines");
        order.lines().forEach(line -> lines.add(deliveries(line)));
        return node;
    }

    private static ObjectNode deliveries(Line line) {
        var sale = line.afterSale();
        var node = Json.object()
            .put("lineId", String.valueOf(line.id()))
            .put("quantity", line.quantity())
            .put("shipped", line.shipped())
            .put("afterSale", sale == null ? "" : sale.step().name());
        var codes = node.putArray("codes");
        line.codes().forEach(code -> codes.addObject()
            .put("id", code.id())
            .put("number", code.number())
            .put("secret", code.secret()));
        return node;
    }

    private static ObjectNode stock(Sku sku) {
        return Json.object()
            .put("skuId", String.valueOf(sku.id()))
            .put("productId", String.valueOf(sku.productId()))
            .put("priceFen", sku.priceFen())
            .put("stock", sku.stock())
            .put("sold", sku.sold())
            .put("updates", sku.updates());
    }

    private static ObjectNode told(Sku sku) {
        var node = Json.object();
        var told = node.putArray("told");
        sku.history().forEach(each -> told.addObject().put("millis", each.millis()).put("stock", each.stock()));
        return node;
    }

    static ObjectNode listing(Listing listing) {
        var text = listing.text();
        var node = Json.object()
            .put("productId", String.valueOf(listing.id()))
            .put("status", listing.status().name())
            .put("outerCode", text.outerCode())
            .put("title", text.title())
            .put("description", text.description())
            .put("category", text.category());
        text.pictures().forEach(node.putArray("pictures")::add);
        listing.reasons().forEach(node.putArray("reasons")::add);
        node.set("extra", text.extra());
        var skus = node.putArray("skus");
        listing.skus().forEach(sku -> skus.add(stock(sku).put("code", sku.code())));
        return node;
    }

    /** One pass over everything: the figures a benchmark ends with. */
    private static ObjectNode shop(Shop shop) {
        var byState = new TreeMap<String, Integer>();
        var numbers = new HashMap<String, Integer>();
        var awaited = 0L;
        for (var order : shop.orders().all()) {
            byState.merge(order.state().name(), 1, Integer::sum);
            for (var line : order.lines()) {
                line.codes().forEach(code -> numbers.merge(code.number(), 1, Integer::sum));
                awaited += order.open() && !line.shipped() ? line.quantity() : 0;
            }
        }
        var node = Json.object()
            .put("orders", shop.orders().all().size())
            .put("codes", numbers.values().stream().mapToInt(Integer::intValue).sum())
            .put("codesGivenTwice", numbers.values().stream().filter(times -> times > 1).count())
            .put("codesAwaited", awaited)
            .put("refreshes", shop.trust().refreshes())
            .put("products", shop.listings().all().size());
        var states = node.putObject("ordersByStatus");
        byState.forEach(states::put);
        return node;
    }
}
