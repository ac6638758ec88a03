package io.wanqu.connectors.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Door;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Keyset;
import io.wanqu.simulators.Keyset.Mark;
import io.wanqu.simulators.Refusal;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.Timeline;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Line;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Marketplace;
import io.wanqu.simulators.market.News;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.market.Protocol;
import io.wanqu.simulators.market.Rules;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Trade;
import io.wanqu.simulators.wire.Carrier;
import io.wanqu.simulators.wire.Message;
import io.wanqu.simulators.wire.Postman;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The Lantern market's own side, played on the simulators' stage. */
final class LanternMarket implements Protocol {

    private static final Rules RULES = new Rules(Duration.ofDays(1), Duration.ofDays(30), true, true);
    private static final int ALREADY = 1201;
    private static final int TOO_LATE = 1202;
    private static final int OTHER_CODES = 1203;
    private static final int NOT_OPEN = 1204;
    private static final int BAD_SIGN = 1401;
    private static final int NOT_FOUND = 1404;
    private static final int BAD_CLOCK = 1408;
    private static final long DRIFT_SECONDS = 300;
    private static final long DEADLINE_SECONDS = Duration.ofDays(3).toSeconds();

    private final Market market;
    private final Trade trade;
    private final Door door;
    private final Postman postman = new Postman("ok"::equals);
    private final AtomicLong messages = new AtomicLong();

    private LanternMarket(Market market, Trade trade) {
        this.market = market;
        this.trade = trade;
        door = new Door(market.faults(), fault -> trouble(fault.code(), "as ordered"));
    }

    static Marketplace open(Clock clock) {
        return new Marketplace("lantern", clock, RULES, LanternMarket::new);
    }

    @Override
    public Answer serve(Request request) {
        return door.pass(request.path(), () -> {
            try {
                return Answer.json(Json.object().put("code", 0).put("message", "").set("data", answered(request)));
            } catch (Refusal refusal) {
                return trouble(refusal.code(), refusal.words());
            }
        });
    }

    private static Answer trouble(int code, String message) {
        return Answer.json(Json.object().put("code", code).put("message", message));
    }

    private JsonNode answered(Request request) {
        var shop = shop(request);
        var body = request.json();
        return switch (request.path()) {
            case "/orders" -> page(body, body.path("by").asString("").equals("change") ? shop.orders().updated()
                : shop.orders().created(), LanternMarket::told);
            case "/order" -> told(found(shop.orders().find(body.path("order").asLong(0))));
            case "/refunds" -> page(body, shop.afterSales().updated(), line -> refund(shop, line));
            case "/deliver" -> deliver(found(shop.orders().findLine(body.path("line").asLong(0))), body.path("codes"));
            case "/stock" -> stock(body);
            default -> throw new Refusal(NOT_FOUND, "no such call");
        };
    }

    private Shop shop(Request request) {
        var app = market.app(request.headers().getOrDefault("Lantern-App", ""));
        var time = request.headers().getOrDefault("Lantern-Time", "");
        var shopId = request.headers().getOrDefault("Lantern-Shop", "");
        if (app == null || !sign(app.secret(), time, request.path(), request.body())
            .equals(request.headers().get("Lantern-Sign"))) {
            throw new Refusal(BAD_SIGN, "signature differs");
        }
        if (Math.abs(Long.parseLong(time) - market.clock().seconds()) > DRIFT_SECONDS) {
            throw new Refusal(BAD_CLOCK, "clock differs too much");
        }
        return found(market.shop(app, each -> String.valueOf(each.id()).equals(shopId)));
    }

    private static <T> T found(@Nullable T thing) {
        if (thing == null) {
            throw new Refusal(NOT_FOUND, "not found");
        }
        return thing;
    }

    private static <T> ObjectNode page(JsonNode body, Timeline<T> line, Function<T, ObjectNode> words) {
        var cursor = body.path("cursor").asString("");
        var start = cursor.isEmpty() ? Mark.before(body.path("from").asLong()) : Mark.of(cursor);
        var page = Keyset.read(line, start, body.path("until").asLong(), body.path("size").asInt());
        var next = page.next();
        var answer = Json.object().put("next", next == null ? "" : next.toString());
        var list = answer.putArray("list");
        page.found().forEach(each -> list.add(words.apply(each)));
        return answer;
    }

    private static ObjectNode told(Order order) {
        synchronized (order) {
            var line = order.lines().getFirst();
            var said = order.override();
            return Json.object()
                .put("order", String.valueOf(order.id()))
                .put("status", said == null ? word(order) : said)
                .put("buyer", "buyer-" + order.id())
                .put("line", String.valueOf(line.id()))
                .put("product", String.valueOf(line.sku().productId()))
                .put("sku", String.valueOf(line.sku().id()))
                .put("outer", line.sku().code())
                .put("quantity", line.quantity())
                .put("fen", line.amountFen())
                .put("refund", refund(line))
                .put("created_at", order.createdAt())
                .put("paid_at", order.paidAt())
                .put("changed_at", order.updatedAt());
        }
    }

    private static String word(Order order) {
        return switch (order.state()) {
            case UNPAID -> "unpaid";
            case HELD -> "held";
            case PAID, PART_SHIPPED -> "paid";
            case SHIPPED -> "sent";
            case COMPLETED -> "done";
            case CLOSED -> order.refunded() ? "refunded" : "closed";
        };
    }

    private static String refund(Line line) {
        var sale = line.afterSale();
        return sale == null ? "" : switch (sale.step()) {
            case APPLIED -> "asked";
            case AGREED -> "agreed";
            case REFUSED -> "refused";
            case WITHDRAWN -> "withdrawn";
        };
    }

    private static ObjectNode refund(Shop shop, long lineId) {
        var sale = found(shop.afterSales().find(lineId));
        return Json.object()
            .put("id", String.valueOf(sale.id()))
            .put("order", String.valueOf(sale.line().orderId()))
            .put("line", String.valueOf(lineId))
            .put("refund", refund(sale.line()))
            .put("fen", sale.line().amountFen())
            .put("changed_at", sale.updatedAt());
    }

    private ObjectNode deliver(Line line, JsonNode given) {
        var codes = new ArrayList<Line.Code>();
        given.forEach(each -> codes.add(new Line.Code(each.path("id").asString(""), each.path("number").asString(""),
            each.path("secret").asString(""), "")));
        line.writing().lock();
        try {
            var order = market.order(line.orderId());
            if (!line.codes().isEmpty()) {
                throw new Refusal(line.codes().equals(codes) ? ALREADY : OTHER_CODES, "codes were given before");
            }
            if (!order.open() || refund(line).equals("asked") || codes.size() != line.quantity()) {
                throw new Refusal(NOT_OPEN, "not so many codes are awaited");
            }
            if (market.clock().seconds() - order.paidAt() > DEADLINE_SECONDS) {
                throw new Refusal(TOO_LATE, "the deadline has passed");
            }
            line.keep(codes);
            trade.ship(line);
            return Json.object();
        } finally {
            line.writing().unlock();
        }
    }

    private ObjectNode stock(JsonNode body) {
        found(market.sku(body.path("sku").asLong(0))).set(body.path("stock").asLong());
        return Json.object();
    }

    @Override
    public Carrier carrier() {
        return postman;
    }

    @Override
    public List<Message> tell(News news) {
        var app = market.shop(news.order().shopId()).app();
        return List.of(message(app, app.secret(), news.what().name(), news.order().id()));
    }

    @Override
    public Message forge(App app, long orderId) {
        return message(app, "guessed", "PAID", orderId);
    }

    private Message message(App app, String secret, String topic, long orderId) {
        var body = Json.object().put("id", "m-" + messages.incrementAndGet()).put("topic", topic)
            .put("order", String.valueOf(orderId)).toString().getBytes(UTF_8);
        var time = String.valueOf(market.clock().seconds());
        return new Message(app.key(), "", Map.of("Lantern-Time", time, "Lantern-Sign", sign(secret, time, "/push", body)), "", body);
    }

    /** Written apart from the connector's, so that a mistake there is not repeated here. */
    private static String sign(String secret, String time, String path, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((time + "\n" + path + "\n" + new String(body, UTF_8)).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
