package io.wanqu.simulators.alipay;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Faults.Fault;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.Rsa;
import java.security.KeyPair;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The strings behind the stage: what a test may pull, outside the protocol. */
final class Controls {

    private final Provider provider;
    private final Notifier notifier;

    Controls(Provider provider, Notifier notifier) {
        this.provider = provider;
        this.notifier = notifier;
    }

    Answer serve(Request request) {
        try {
            return Answer.json(request.verb().equals("GET") ? look(request) : pull(request.path(), request.json()));
        } catch (IllegalArgumentException | JacksonException | Refusal e) {
            return Answer.status(400, String.valueOf(e.getMessage()));
        }
    }

    private JsonNode look(Request request) {
        return switch (request.path()) {
            case "/trades" -> trades(request.parameter("appId"));
            case "/push" -> notifier.fates().counts();
            default -> throw new IllegalArgumentException("nothing to see at " + request.path());
        };
    }

    private JsonNode pull(String path, JsonNode body) {
        return switch (path) {
            case "/app" -> app(body);
            case "/scan" -> scan(body);
            case "/pay" -> pay(body);
            case "/expire" -> expire(body);
            case "/finish" -> finish(body);
            case "/forge" -> Json.object().put("status", notifier.forge(trade(body), body.path("kind").asString("signature")));
            case "/replay" -> Json.object().put("status", notifier.fates().replay());
            case "/push" -> notifier.fates().pull(body);
            case "/fault" -> fault(body);
            case "/platform" -> platform(body);
            default -> throw new IllegalArgumentException("no control " + path);
        };
    }

    /** Registers an application by the public half of a key; without one, a pair is made and its private half is told this once. */
    private JsonNode app(JsonNode body) {
        KeyPair made = body.has("publicKey") ? null : Rsa.pair();
        var key = made == null ? Rsa.publicKey(body.path("publicKey").asString("")) : made.getPublic();
        var app = new App(body.path("appId").asString(provider.next("201407")), body.path("sellerId").asString(provider.next("208810")),
            key, ConcurrentHashMap.newKeySet());
        provider.register(app);
        var answer = Json.object()
            .put("appId", app.id())
            .put("sellerId", app.seller())
            .put("alipayPublicKey", Rsa.base64(provider.keys().getPublic()));
        if (made != null) {
            answer.put("privateKey", Rsa.base64(made.getPrivate()));
        }
        return answer;
    }

    /** The buyer looks at a code; only from then on the trade exists. */
    private JsonNode scan(JsonNode body) {
        var trade = trade(body);
        synchronized (trade) {
            trade.scanned = true;
            return summary(trade);
        }
    }

    /** As a buyer would pay; the merchant is told unless {@code silent}. */
    private JsonNode pay(JsonNode body) {
        var trade = trade(body);
        if (!provider.pay(trade)) {
            throw new IllegalArgumentException("the trade is " + trade.state);
        }
        if (!body.path("silent").asBoolean(false)) {
            notifier.tell(trade, null);
        }
        return summary(trade);
    }

    /** An unpaid trade runs out of time: the other way to TRADE_CLOSED than a whole refund. */
    private JsonNode expire(JsonNode body) {
        var trade = trade(body);
        synchronized (trade) {
            if (trade.paidAt != null) {
                throw new IllegalArgumentException("the trade is paid");
            }
            trade.scanned = true;
            trade.close(provider.now());
            notifier.tell(trade, null);
            return summary(trade);
        }
    }

    /** A paid trade whose time for refunds is over. */
    private JsonNode finish(JsonNode body) {
        var trade = trade(body);
        synchronized (trade) {
            if (!trade.state.equals(Trade.SUCCESS)) {
                throw new IllegalArgumentException("the trade is " + trade.state);
            }
            trade.state = Trade.FINISHED;
            notifier.tell(trade, null);
            return summary(trade);
        }
    }

    private JsonNode trades(String app) {
        var answer = Json.object();
        var list = answer.putArray("trades");
        for (var trade : provider.trades()) {
            if (app.isEmpty() || trade.app.id().equals(app)) {
                synchronized (trade) {
                    list.add(summary(trade));
                }
            }
        }
        return answer;
    }

    private static ObjectNode summary(Trade trade) {
        return Json.object()
            .put("out_trade_no", trade.asked.number())
            .put("trade_no", trade.id)
            .put("trade_status", trade.state)
            .put("totalFen", trade.asked.totalFen())
            .put("refunds", trade.refunds.size())
            .put("refundedFen", trade.refundedFen())
            .put("settlements", trade.settlements.size())
            .put("sharedFen", trade.sharedFen())
            .put("released", trade.released);
    }

    private JsonNode fault(JsonNode body) {
        if (body.path("clear").asBoolean(false)) {
            provider.faults().clear();
        }
        if (body.has("times")) {
            provider.faults().plan(new Fault(body.path("method").asString(""), body.path("after").asBoolean(false),
                body.path("code").asInt(0), body.path("subCode").asString("ACQ.SYSTEM_ERROR")), body.path("times").asInt(1));
        }
        return Json.object();
    }

    private JsonNode platform(JsonNode body) {
        if (body.has("outage")) {
            provider.faults().outage(body.path("outage").asBoolean(false));
        }
        if (body.has("slowMillis")) {
            provider.faults().slowness(Duration.ofMillis(body.path("slowMillis").asLong(0)));
        }
        if (body.has("skewSeconds")) {
            provider.clock().skew(Duration.ofSeconds(body.path("skewSeconds").asLong(0)));
        }
        if (body.has("billsAtOnce")) {
            provider.billsAtOnce(body.path("billsAtOnce").asBoolean(false));
        }
        if (body.has("balanceLow")) {
            provider.balanceLow(body.path("balanceLow").asBoolean(false));
        }
        if (body.has("shareAfterSeconds")) {
            provider.shareAfter(Duration.ofSeconds(body.path("shareAfterSeconds").asLong(0)));
        }
        return Json.object().put("seconds", provider.clock().seconds());
    }

    private Trade trade(JsonNode body) {
        var number = body.path("outTradeNo").asString("");
        return provider.trades().stream()
            .filter(each -> each.asked.number().equals(number))
            .filter(each -> !body.has("appId") || each.app.id().equals(body.path("appId").asString("")))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no trade " + number));
    }
}
