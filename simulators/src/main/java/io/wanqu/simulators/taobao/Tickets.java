package io.wanqu.simulators.taobao;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Line;
import io.wanqu.simulators.market.Line.Code;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.News;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.market.Trade;
import io.wanqu.simulators.wire.Message;
import io.wanqu.simulators.wire.Postman;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Electronic tickets: the platform asks for codes with a token, and the codes come back with that token. */
final class Tickets implements AutoCloseable {

    private static final int CODES_MAX = 200;

    private final Market market;
    private final Trade trade;
    private final Postman postman = new Postman(Tickets::isSuccess);
    private final Set<Long> products = ConcurrentHashMap.newKeySet();
    private final Map<Long, String> tokens = new ConcurrentHashMap<>();

    Tickets(Market market, Trade trade) {
        this.market = market;
        this.trade = trade;
    }

    void offer(Gateway gateway) {
        gateway.offer("taobao.eticket.merchant.ma.send", this::send);
        gateway.offer("taobao.eticket.merchant.ma.failsend", this::fail);
    }

    /** Sold as tickets from now on; notices go to that address. */
    JsonNode sell(App app, long productId, String url) {
        products.add(productId);
        postman.direct(app.key(), URI.create(url));
        return Json.object();
    }

    void hear(News news) {
        if (news.what() == News.What.PAID) {
            news.order().lines().stream()
                .filter(line -> products.contains(line.sku().productId()))
                .forEach(line -> ask(news.order(), line, false));
        }
    }

    /** Asks again, as the platform does when it waits too long, perhaps with a signature that is not its own. */
    JsonNode again(long lineId, boolean forged) {
        var line = market.line(lineId);
        ask(market.order(line.orderId()), line, forged);
        return Json.object().put("token", tokens.getOrDefault(lineId, ""));
    }

    private void ask(Order order, Line line, boolean forged) {
        var app = market.shop(order.shopId()).app();
        var form = new LinkedHashMap<String, String>();
        form.put("method", "send");
        form.put("timestamp", Call.local(market.clock().seconds()));
        form.put("outer_id", String.valueOf(order.id()));
        form.put("oid", String.valueOf(line.id()));
        form.put("num_iid", String.valueOf(line.sku().productId()));
        form.put("sku_id", String.valueOf(line.sku().id()));
        form.put("outer_sku_id", line.sku().code());
        form.put("num", String.valueOf(line.quantity()));
        form.put("total_fee", String.valueOf(line.amountFen()));
        form.put("token", tokens.computeIfAbsent(line.id(), _ -> UUID.randomUUID().toString()));
        form.put("sign", String.valueOf(Signing.sign(form, forged ? "guessed" : app.secret(), "md5")));
        var body = form.entrySet().stream()
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
        postman.carry(new Message(app.key(), "", Map.of(), "", body.getBytes(UTF_8)), Duration.ZERO);
    }

    private ObjectNode send(Call call) {
        var line = waiting(call);
        if (!call.required("biz_type").equals("3001")) {
            throw Refusal.invalid("biz_type");
        }
        var codes = call.text("certificate_type").equals("1")
            ? codes(call.required("isv_ka_list"), "ka_no", "ka_mi") : codes(call.required("isv_ma_list"), "code", "");
        if (codes.isEmpty() || codes.size() > CODES_MAX || codes.size() != line.quantity()) {
            throw Refusal.business("isv.eticket-send-error:num", "the number of codes differs from the quantity");
        }
        line.writing().lock();
        try {
            if (line.shipped()) {
                if (line.codes().equals(codes)) {
                    return done();
                }
                throw Refusal.business("isv.eticket-send-error:already-sent", "other codes were sent before");
            }
            if (line.refunded() || !market.order(line.orderId()).open()) {
                throw Refusal.business("isv.eticket-send-error:status", "the order does not wait for codes");
            }
            line.keep(codes);
            trade.ship(line);
            return done();
        } finally {
            line.writing().unlock();
        }
    }

    private ObjectNode fail(Call call) {
        var line = waiting(call);
        call.required("sub_err_code");
        trade.giveUp(List.of(line));
        return done();
    }

    private Line waiting(Call call) {
        var order = call.shop().orders().find(call.number("outer_id"));
        var token = call.required("token");
        if (order != null) {
            for (var line : order.lines()) {
                if (token.equals(tokens.get(line.id()))) {
                    return line;
                }
            }
        }
        throw Refusal.business("isv.eticket-send-error:token", "the token belongs to no notice");
    }

    private static List<Code> codes(String text, String number, String secret) {
        try {
            var codes = new ArrayList<Code>();
            for (var each : Json.read(text)) {
                codes.add(new Code("", each.path(number).asString(""), each.path(secret).asString(""), ""));
            }
            return codes;
        } catch (JacksonException e) {
            throw Refusal.invalid("isv_ka_list");
        }
    }

    private static ObjectNode done() {
        return Json.object().put("ret_code", "1").put("ret_msg", "success");
    }

    private static boolean isSuccess(String answer) {
        try {
            return Json.read(answer).path("code").asInt(-1) == 200;
        } catch (JacksonException e) {
            return false;
        }
    }

    @Override
    public void close() {
        postman.close();
    }
}
