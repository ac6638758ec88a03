package io.wanqu.simulators.doudian;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import java.util.HashMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a test may look at behind the stage. */
final class Sights {

    private final Market market;
    private final Pushes pushes;

    Sights(Market market, Pushes pushes) {
        this.market = market;
        this.pushes = pushes;
    }

    JsonNode see(Request request) {
        return switch (request.path()) {
            case "/order" -> order(market.order(Long.parseLong(request.parameter("orderId"))));
            case "/deliveries" -> deliveries(market.line(Long.parseLong(request.parameter("lineId"))));
            case "/stock" -> stock(market.sku(request.parameter("sku")));
            case "/shop" -> shop(market.shop(Long.parseLong(request.parameter("shopId"))));
            case "/push" -> pushes.counts();
            default -> throw new IllegalArgumentException("nothing to see at " + request.path());
        };
    }

    private static ObjectNode order(Order order) {
        var node = Json.object()
            .put("orderId", String.valueOf(order.id()))
            .put("status", order.status())
            .put("mainStatus", order.mainStatus())
            .put("paidAt", order.paidAt())
            .put("updatedAt", order.updatedAt());
        var lines = node.putArray("lines");
        order.lines().forEach(line -> lines.add(deliveries(line)));
        return node;
    }

    private static ObjectNode deliveries(Line line) {
        var node = Json.object()
            .put("lineId", String.valueOf(line.id()))
            .put("quantity", line.quantity())
            .put("afterSaleStatus", line.afterSaleStatus());
        var codes = node.putArray("codes");
        line.certs().forEach(cert -> codes.addObject()
            .put("id", cert.outId())
            .put("number", cert.number())
            .put("secret", cert.key()));
        return node;
    }

    private static ObjectNode stock(Sku sku) {
        return Json.object()
            .put("skuId", String.valueOf(sku.id()))
            .put("productId", String.valueOf(sku.productId()))
            .put("stock", sku.stock())
            .put("sold", sku.sold())
            .put("updates", sku.updates());
    }

    /** One pass over everything: the figures a benchmark ends with. */
    private static ObjectNode shop(Shop shop) {
        var byStatus = new TreeMap<Integer, Integer>();
        var numbers = new HashMap<String, Integer>();
        var late = 0L;
        for (var order : shop.orders().all()) {
            byStatus.merge(order.status(), 1, Integer::sum);
            for (var line : order.lines()) {
                line.certs().forEach(cert -> numbers.merge(cert.number(), 1, Integer::sum));
                late += order.open() && !line.delivered() ? line.quantity() : 0;
            }
        }
        var node = Json.object()
            .put("orders", shop.orders().all().size())
            .put("codes", numbers.values().stream().mapToInt(Integer::intValue).sum())
            .put("codesGivenTwice", numbers.values().stream().filter(times -> times > 1).count())
            .put("codesAwaited", late)
            .put("refreshes", shop.refreshes());
        var statuses = node.putObject("ordersByStatus");
        byStatus.forEach((status, count) -> statuses.put(String.valueOf(status), count));
        return node;
    }
}
