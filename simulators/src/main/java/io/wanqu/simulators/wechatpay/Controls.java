package io.wanqu.simulators.wechatpay;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Faults.Fault;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.Rsa;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The strings behind the stage: what a test may pull, outside the protocol. */
final class Controls {

    private static final int KEY_LENGTH = 32;

    private final Provider provider;
    private final Callbacks callbacks;

    Controls(Provider provider, Callbacks callbacks) {
        this.provider = provider;
        this.callbacks = callbacks;
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
            case "/trades" -> trades(request.parameter("mchid"));
            case "/push" -> callbacks.fates().counts();
            default -> throw new IllegalArgumentException("nothing to see at " + request.path());
        };
    }

    private JsonNode pull(String path, JsonNode body) {
        return switch (path) {
            case "/merchant" -> merchant(body);
            case "/pay" -> pay(body);
            case "/fail" -> state(body, Trade.FAILED);
            case "/expire" -> state(body, Trade.CLOSED);
            case "/refund/finish" -> finish(body);
            case "/forge" -> Json.object().put("status", callbacks.forge(trade(body), body.path("kind").asString("signature")));
            case "/replay" -> Json.object().put("status", callbacks.fates().replay());
            case "/push" -> callbacks.fates().pull(body);
            case "/fault" -> fault(body);
            case "/platform" -> platform(body);
            default -> throw new IllegalArgumentException("no control " + path);
        };
    }

    /** Registers a merchant by the public half of a key; without one, a pair is made and its private half is told this once. */
    private JsonNode merchant(JsonNode body) {
        KeyPair made = body.has("publicKey") ? null : Rsa.pair();
        var key = made == null ? Rsa.publicKey(body.path("publicKey").asString("")) : made.getPublic();
        var apiV3Key = body.path("apiV3Key").asString(Aead.nonce(KEY_LENGTH));
        if (apiV3Key.length() != KEY_LENGTH) {
            throw new IllegalArgumentException("apiV3Key has " + KEY_LENGTH + " characters");
        }
        var apps = new TreeSet<String>();
        body.path("apps").forEach(each -> apps.add(each.asString("")));
        var merchant = Merchant.of(body.path("mchid").asString(provider.next("19")), apps.isEmpty() ? Set.of("wxd678efh567hg6787") : apps,
            key, body.path("serial").asString(provider.next("3775B6A45ACD588826D15E583A95F5DD")), apiV3Key,
            body.path("byPublicKey").asBoolean(false));
        provider.register(merchant);
        var answer = Json.object()
            .put("mchid", merchant.mchid())
            .put("appid", merchant.apps().stream().sorted().findFirst().orElseThrow())
            .put("serial", merchant.serial())
            .put("apiV3Key", merchant.apiV3Key())
            .put("platformSerial", merchant.byPublicKey() ? Provider.PUBLIC_KEY_ID : provider.keys().serial())
            .put("platformPublicKey", Rsa.base64(provider.keys().pair().getPublic()));
        if (made != null) {
            answer.put("privateKey", Rsa.base64(made.getPrivate()));
        }
        return answer;
    }

    /** As a buyer would pay; the merchant is told unless {@code silent}. */
    private JsonNode pay(JsonNode body) {
        var trade = trade(body);
        if (!provider.pay(trade)) {
            throw new IllegalArgumentException("the order is " + trade.state);
        }
        if (!body.path("silent").asBoolean(false)) {
            callbacks.paid(trade);
        }
        return trade.json();
    }

    private JsonNode state(JsonNode body, String state) {
        var trade = trade(body);
        synchronized (trade) {
            if (trade.paid()) {
                throw new IllegalArgumentException("the order is paid");
            }
            trade.state = state;
            return trade.json();
        }
    }

    private JsonNode finish(JsonNode body) {
        var number = body.path("outRefundNo").asString("");
        for (var trade : provider.trades()) {
            for (var refund : trade.refunds) {
                if (refund.number.equals(number)) {
                    callbacks.refunded(refund, body.path("status").asString(Refund.SUCCESS));
                    return refund.json("status");
                }
            }
        }
        throw new IllegalArgumentException("no refund " + number);
    }

    private JsonNode trades(String mchid) {
        var answer = Json.object();
        var list = answer.putArray("trades");
        for (var trade : provider.trades()) {
            if (mchid.isEmpty() || trade.merchant.mchid().equals(mchid)) {
                synchronized (trade) {
                    list.add(summary(trade));
                }
            }
        }
        return answer;
    }

    private static ObjectNode summary(Trade trade) {
        return trade.json()
            .put("description", trade.asked.description())
            .put("refunds", trade.refunds.size())
            .put("refundedFen", trade.refundedFen())
            .put("splits", trade.splits.size())
            .put("sharedFen", trade.sharedFen())
            .put("unsplitFen", trade.unsplitFen());
    }

    private JsonNode fault(JsonNode body) {
        if (body.path("clear").asBoolean(false)) {
            provider.faults().clear();
        }
        if (body.has("times")) {
            provider.faults().plan(new Fault(body.path("path").asString(""), body.path("after").asBoolean(false),
                body.path("status").asInt(0), body.path("code").asString("SYSTEM_ERROR")), body.path("times").asInt(1));
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
        if (body.has("hold")) {
            provider.hold(body.path("hold").asBoolean(false));
        }
        if (body.has("billsAtOnce")) {
            provider.billsAtOnce(body.path("billsAtOnce").asBoolean(false));
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
            .filter(each -> !body.has("mchid") || each.merchant.mchid().equals(body.path("mchid").asString("")))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no order " + number));
    }
}
