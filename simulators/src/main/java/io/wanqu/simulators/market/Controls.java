package io.wanqu.simulators.market;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.BuyerLoad;
import io.wanqu.simulators.Faults.Fault;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.wire.Postman;
import io.wanqu.simulators.wire.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
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
    private final Protocol protocol;
    private final Wire wire;
    private final Sights sights;
    private final Backstage backstage;
    private final Map<Long, BuyerLoad> loads = new ConcurrentHashMap<>();

    Controls(Market market, Trade trade, Protocol protocol, Wire wire) {
        this.market = market;
        this.trade = trade;
        this.protocol = protocol;
        this.wire = wire;
        this.sights = new Sights(market, wire, protocol);
        this.backstage = new Backstage(market, protocol);
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
            case "/shop" -> backstage.shop(body);
            case "/product" -> backstage.product(body);
            case "/listing/decide" -> backstage.decide(body);
            case "/listing/review" -> backstage.review(body);
            case "/token/expire" -> backstage.expire(body);
            case "/order" -> place(body);
            case "/order/pay" -> each(body, order -> {
                var now = market.clock().seconds();
                trade.pay(order, body.path("hold").asBoolean(false), now - body.path("paidAgoSeconds").asLong(0), now);
            });
            case "/order/release" -> each(body, trade::release);
            case "/order/close" -> each(body, trade::close);
            case "/order/complete" -> each(body, trade::complete);
            case "/order/ship" -> ship(body);
            case "/order/status" -> each(body, order -> trade.say(order, body.path("status").asString("")));
            case "/refund" -> refund(body);
            case "/buy" -> buy(body);
            case "/fault" -> fault(body);
            case "/push" -> push(body);
            case "/platform" -> platform(body);
            default -> protocol.pull(path, body);
        };
    }

    private JsonNode app(JsonNode body) {
        var app = backstage.register(body);
        if (body.has("pushUrl")) {
            direct(app, body.path("pushUrl").asString(""));
        }
        var answer = Json.object().put("appKey", app.key()).put("appSecret", app.secret());
        var extra = answer.putObject("extra");
        app.extra().forEach(extra::put);
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
        if (order != null && body.has("buyer")) {
            var buyer = body.path("buyer");
            order.of(new Order.Buyer(buyer.path("name").asString(""), buyer.path("phone").asString(""), buyer.path("open").asBoolean(false)));
        }
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

    /** The seller ships in the platform's console, with codes that we may know nothing of. */
    private JsonNode ship(JsonNode body) {
        var line = market.line(body.path("lineId").asLong(0));
        var codes = new ArrayList<Line.Code>();
        body.path("codes").forEach(number -> codes.add(new Line.Code("", number.asString(""), "", "")));
        line.keep(codes);
        trade.ship(line);
        return Json.object();
    }

    private JsonNode refund(JsonNode body) {
        var line = market.line(body.path("lineId").asLong(0));
        var step = body.path("step").asString("apply");
        if (step.equals("apply")) {
            return Json.object().put("afterSaleId", String.valueOf(trade.applyForRefund(line).id()));
        }
        var sale = line.afterSale();
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
                var now = market.clock().seconds();
                var order = trade.place(shop, wanted, ignoreStock, now);
                if (order != null) {
                    trade.pay(order, false, now, market.clock().seconds());
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
            direct(backstage.appOf(body), body.path("url").asString(""));
        }
        if (body.has("forgeOrderId")) {
            wire.passUntouched(protocol.forge(backstage.appOf(body), body.path("forgeOrderId").asLong(0)));
        }
        if (body.has("delayMillis")) {
            wire.delay(Duration.ofMillis(body.path("delayMillis").asLong(0)));
        }
        if (body.path("flush").asBoolean(false)) {
            wire.flush();
        }
        number(body, "lose", wire::lose);
        number(body, "duplicate", wire::twice);
        number(body, "reorder", wire::reorder);
        return Sights.counts(wire);
    }

    private void direct(App app, String url) {
        if (!(wire.carrier() instanceof Postman postman)) {
            throw new IllegalArgumentException("messages are fetched here, nobody brings them");
        }
        postman.direct(app.key(), URI.create(url));
    }

    private JsonNode platform(JsonNode body) {
        if (body.has("outage")) {
            market.faults().outage(body.path("outage").asBoolean(false));
        }
        number(body, "slowMillis", millis -> market.faults().slowness(Duration.ofMillis(millis)));
        number(body, "skewSeconds", seconds -> market.clock().skew(Duration.ofSeconds(seconds)));
        number(body, "callsPerSecond", market.limits()::replace);
        return Json.object().put("seconds", market.clock().seconds());
    }

    private static void number(JsonNode body, String name, IntConsumer use) {
        if (body.has(name)) {
            use.accept(body.path(name).asInt(0));
        }
    }

    @Override
    public void close() {
        loads.values().forEach(BuyerLoad::stop);
    }
}
