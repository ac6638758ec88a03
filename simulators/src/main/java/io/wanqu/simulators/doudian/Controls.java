package io.wanqu.simulators.doudian;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.BuyerLoad;
import io.wanqu.simulators.Faults.Fault;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The strings behind the stage: what a test or a benchmark may pull, outside the protocol. */
final class Controls implements AutoCloseable {

    private final Market market;
    private final Trade trade;
    private final Pushes pushes;
    private final Gateway gateway;
    private final Sights sights;
    private final Map<Long, BuyerLoad> loads = new ConcurrentHashMap<>();

    Controls(Market market, Trade trade, Pushes pushes, Gateway gateway) {
        this.market = market;
        this.trade = trade;
        this.pushes = pushes;
        this.gateway = gateway;
        this.sights = new Sights(market, pushes);
    }

    Answer serve(Request request) {
        try {
            return Answer.json(request.verb().equals("GET") ? look(request) : pull(request.path(), request.json()));
        } catch (IllegalArgumentException | JacksonException e) {
            return Answer.status(400, String.valueOf(e.getMessage()));
        }
    }

    private JsonNode look(Request request) {
        if (request.path().equals("/buy")) {
            return progress(Long.parseLong(request.parameter("buyId")));
        }
        return sights.see(request);
    }

    private JsonNode pull(String path, JsonNode body) {
        return switch (path) {
            case "/app" -> app(body);
            case "/shop" -> shop(body);
            case "/product" -> product(body);
            case "/order" -> place(body);
            case "/order/pay" -> each(body, order -> trade.pay(order, body.path("hold").asBoolean(false),
                body.path("paidAgoSeconds").asLong(0)));
            case "/order/release" -> each(body, trade::release);
            case "/order/close" -> each(body, trade::close);
            case "/order/complete" -> each(body, trade::complete);
            case "/order/status" -> each(body, order -> trade.force(order, body.path("status").asInt(0)));
            case "/refund" -> refund(body);
            case "/buy" -> buy(body);
            case "/token/expire" -> expire(body);
            case "/fault" -> fault(body);
            case "/push" -> push(body);
            case "/platform" -> platform(body);
            default -> throw new IllegalArgumentException("no control " + path);
        };
    }

    private JsonNode app(JsonNode body) {
        var app = market.register(body.path("appKey").asString(""), body.path("appSecret").asString(""));
        if (body.has("pushUrl")) {
            pushes.direct(app, URI.create(body.path("pushUrl").asString("")));
        }
        return Json.object().put("appKey", app.key()).put("appSecret", app.secret());
    }

    private JsonNode shop(JsonNode body) {
        var shop = market.open(appOf(body));
        var grant = shop.grant();
        return Json.object()
            .put("shopId", String.valueOf(shop.id()))
            .put("code", shop.code())
            .put("accessToken", grant.access())
            .put("refreshToken", grant.refresh())
            .put("accessEndsAt", grant.expiresAt());
    }

    private JsonNode product(JsonNode body) {
        var shop = shopOf(body);
        var productId = market.nextId();
        var answer = Json.object().put("productId", String.valueOf(productId));
        for (var each : body.path("skus")) {
            var sku = market.offer(shop, productId, each.path("code").asString(""), each.path("priceFen").asLong(100));
            sku.set(each.path("stock").asLong(0));
            answer.withArray("skus").addObject().put("skuId", String.valueOf(sku.id())).put("code", sku.code());
        }
        return answer;
    }

    private JsonNode place(JsonNode body) {
        var wanted = new LinkedHashMap<Sku, Integer>();
        var lines = body.has("lines") ? body.path("lines") : Json.array().add(body);
        for (var line : lines) {
            wanted.put(market.sku(line.path("sku").asString("")), line.path("quantity").asInt(1));
        }
        var shop = market.shop(wanted.keySet().iterator().next().shopId());
        var answer = Json.object();
        var orders = answer.putArray("orders");
        var count = body.path("count").asInt(1);
        for (var at = 0; at < count; at++) {
            var order = placed(shop, wanted, body, body.path("spreadSeconds").asLong(0) * at / count);
            if (order == null) {
                break;
            }
            var node = orders.addObject().put("orderId", String.valueOf(order.id()));
            order.lines().forEach(line -> node.withArray("lineIds").add(String.valueOf(line.id())));
        }
        return answer;
    }

    private @Nullable Order placed(Shop shop, Map<Sku, Integer> wanted, JsonNode body, long secondsAgo) {
        var when = market.clock().seconds() - secondsAgo;
        var order = trade.place(shop, wanted, body.path("ignoreStock").asBoolean(false), when);
        if (order != null && body.path("paid").asBoolean(true)) {
            trade.pay(order, body.path("hold").asBoolean(false), when - body.path("paidAgoSeconds").asLong(0), when);
        }
        return order;
    }

    private JsonNode each(JsonNode body, Consumer<Order> step) {
        var ids = body.has("orderIds") ? body.path("orderIds") : Json.array().add(body.path("orderId"));
        ids.forEach(id -> step.accept(market.order(id.asLong(0))));
        return Json.object();
    }

    private JsonNode refund(JsonNode body) {
        var line = market.line(body.path("lineId").asLong(0));
        var step = body.path("step").asString("apply");
        if (step.equals("apply")) {
            return Json.object().put("afterSaleId", String.valueOf(trade.applyForRefund(line).id()));
        }
        var sale = market.shop(market.order(line.orderId()).shopId()).afterSales().find(line.id());
        if (sale == null) {
            throw new IllegalArgumentException("no refund was asked for");
        }
        switch (step) {
            case "agree" -> trade.agree(sale);
            case "refuse" -> trade.refuse(sale);
            case "withdraw" -> trade.withdraw(sale);
            default -> throw new IllegalArgumentException("no step " + step);
        }
        return Json.object().put("afterSaleId", String.valueOf(sale.id()));
    }

    private JsonNode buy(JsonNode body) {
        var sku = market.sku(body.path("sku").asString(""));
        var shop = market.shop(sku.shopId());
        var wanted = Map.of(sku, body.path("quantity").asInt(1));
        var ignoreStock = body.path("ignoreStock").asBoolean(false);
        var id = market.nextId();
        loads.put(id, new BuyerLoad(body.path("count").asLong(1), body.path("rate").asDouble(0),
            body.path("patienceMillis").asLong(0), () -> {
                var order = trade.place(shop, wanted, ignoreStock);
                if (order != null) {
                    trade.pay(order, false, 0);
                }
                return order != null;
            }).start());
        return Json.object().put("buyId", String.valueOf(id));
    }

    private JsonNode progress(long id) {
        var load = loads.get(id);
        if (load == null) {
            throw new IllegalArgumentException("no load " + id);
        }
        return Json.object().put("bought", load.bought()).put("missed", load.missed()).put("done", load.done());
    }

    private JsonNode expire(JsonNode body) {
        shopOf(body).expire(body.path("alsoRefresh").asBoolean(false));
        return Json.object();
    }

    private JsonNode fault(JsonNode body) {
        if (body.path("clear").asBoolean(false)) {
            market.faults().clear();
        }
        if (body.has("times")) {
            market.faults().plan(new Fault(body.path("method").asString(""), body.path("after").asBoolean(false),
                body.path("code").asInt(0), body.path("subCode").asString("")), body.path("times").asInt(1));
        }
        return Json.object();
    }

    private JsonNode push(JsonNode body) {
        if (body.has("url")) {
            pushes.direct(appOf(body), URI.create(body.path("url").asString("")));
        }
        if (body.has("forgeOrderId")) {
            pushes.forge(appOf(body), body.path("forgeOrderId").asLong(0));
        }
        if (body.has("delayMillis")) {
            pushes.delay(Duration.ofMillis(body.path("delayMillis").asLong(0)));
        }
        if (body.path("flush").asBoolean(false)) {
            pushes.flush();
        }
        number(body, "lose", pushes::lose);
        number(body, "duplicate", pushes::twice);
        number(body, "reorder", pushes::reorder);
        return pushes.counts();
    }

    private JsonNode platform(JsonNode body) {
        if (body.has("outage")) {
            market.faults().outage(body.path("outage").asBoolean(false));
        }
        number(body, "slowMillis", millis -> market.faults().slowness(Duration.ofMillis(millis)));
        number(body, "skewSeconds", seconds -> market.clock().skew(Duration.ofSeconds(seconds)));
        number(body, "callsPerSecond", gateway::limit);
        return Json.object().put("seconds", market.clock().seconds());
    }

    private static void number(JsonNode body, String name, IntConsumer use) {
        if (body.has(name)) {
            use.accept(body.path(name).asInt(0));
        }
    }

    private App appOf(JsonNode body) {
        var app = market.app(body.path("appKey").asString(""));
        if (app == null) {
            throw new IllegalArgumentException("no app " + body.path("appKey").asString(""));
        }
        return app;
    }

    private Shop shopOf(JsonNode body) {
        return market.shop(body.path("shopId").asLong(0));
    }

    @Override
    public void close() {
        loads.values().forEach(BuyerLoad::stop);
    }
}
