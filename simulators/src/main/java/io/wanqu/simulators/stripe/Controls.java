package io.wanqu.simulators.stripe;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Faults.Fault;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import java.net.URI;
import java.time.Duration;
import java.util.function.IntConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The strings behind the stage: what a test or a benchmark may pull, outside the protocol. */
final class Controls {

    private final Bank bank;
    private final Acts acts;
    private final Webhooks webhooks;

    Controls(Bank bank, Acts acts, Webhooks webhooks) {
        this.bank = bank;
        this.acts = acts;
        this.webhooks = webhooks;
    }

    Answer serve(Request request) {
        try {
            return Answer.json(request.verb().equals("GET") ? look(request) : pull(request.path(), request.json()));
        } catch (IllegalArgumentException | JacksonException e) {
            return Answer.status(400, String.valueOf(e.getMessage()));
        }
    }

    private JsonNode look(Request request) {
        return switch (request.path()) {
            case "/intent" -> intent(request.parameter("id")).json();
            case "/intents" -> {
                var list = Json.array();
                bank.intents().forEach(intent -> list.add(intent.json()));
                yield list;
            }
            case "/refunds" -> {
                var list = Json.array();
                bank.refundsOf(request.parameter("intent")).forEach(refund -> list.add(refund.json()));
                yield list;
            }
            case "/webhook" -> webhooks.counts();
            default -> throw new IllegalArgumentException("no sight " + request.path());
        };
    }

    private JsonNode pull(String path, JsonNode body) {
        return switch (path) {
            case "/account" -> account(body);
            case "/pay" -> pay(body);
            case "/decline" -> {
                acts.decline(intent(body.path("intent").asString("")), body.path("code").asString("generic_decline"));
                yield Json.object();
            }
            case "/refund" -> refund(body);
            case "/dispute" -> dispute(body);
            case "/dispute/close" -> close(body);
            case "/webhook" -> webhook(body);
            case "/fault" -> fault(body);
            case "/platform" -> platform(body);
            default -> throw new IllegalArgumentException("no control " + path);
        };
    }

    private JsonNode account(JsonNode body) {
        var merchant = body.has("account") ? bank.merchant(body.path("account").asString("")) : bank.open();
        if (body.has("webhookUrl")) {
            merchant.direct(URI.create(body.path("webhookUrl").asString("")));
        }
        return Json.object()
            .put("account", merchant.id())
            .put("secretKey", merchant.secretKey())
            .put("publishableKey", merchant.secretKey().replace("sk_", "pk_"))
            .put("webhookSecret", merchant.webhookSecret());
    }

    /** Another amount than was asked for can be paid, as no real provider would let a buyer do. */
    private JsonNode pay(JsonNode body) {
        var intent = intent(body.path("intent").asString(""));
        return Json.object().put("paid", acts.pay(intent, body.path("amount").asLong(intent.amount())));
    }

    private JsonNode refund(JsonNode body) {
        var refund = bank.refund(body.path("refund").asString(""));
        if (refund == null) {
            throw new IllegalArgumentException("no such refund");
        }
        acts.end(refund, body.path("status").asString("succeeded"));
        return refund.json();
    }

    private JsonNode dispute(JsonNode body) {
        var intent = intent(body.path("intent").asString(""));
        return Json.object().put("dispute", acts.dispute(intent, body.path("amount").asLong(intent.amount())).id());
    }

    private JsonNode close(JsonNode body) {
        var dispute = bank.dispute(body.path("dispute").asString(""));
        if (dispute == null) {
            throw new IllegalArgumentException("no such dispute");
        }
        acts.close(dispute, body.path("won").asBoolean(false));
        return Json.object();
    }

    private JsonNode webhook(JsonNode body) {
        number(body, "lose", webhooks::lose);
        number(body, "copies", webhooks::copies);
        number(body, "ageSeconds", webhooks::age);
        number(body, "delayMillis", millis -> webhooks.delay(Duration.ofMillis(millis)));
        if (body.has("secretInstead")) {
            webhooks.forge(body.path("secretInstead").asString(""));
        }
        return webhooks.counts();
    }

    private JsonNode fault(JsonNode body) {
        if (body.path("clear").asBoolean(false)) {
            bank.faults().clear();
        }
        if (body.has("times")) {
            bank.faults().plan(new Fault(body.path("method").asString(""), body.path("after").asBoolean(false),
                body.path("code").asInt(0), body.path("subCode").asString("")), body.path("times").asInt(1));
        }
        return Json.object();
    }

    private JsonNode platform(JsonNode body) {
        if (body.has("outage")) {
            bank.faults().outage(body.path("outage").asBoolean(false));
        }
        if (body.has("refundsBecome")) {
            bank.refundsBecome(body.path("refundsBecome").asString("succeeded"));
        }
        number(body, "slowMillis", millis -> bank.faults().slowness(Duration.ofMillis(millis)));
        number(body, "skewSeconds", seconds -> bank.clock().skew(Duration.ofSeconds(seconds)));
        return Json.object().put("seconds", bank.clock().seconds());
    }

    private static void number(JsonNode body, String name, IntConsumer use) {
        if (body.has(name)) {
            use.accept(body.path(name).asInt(0));
        }
    }

    private Intent intent(String id) {
        var intent = bank.intent(id);
        if (intent == null) {
            throw new IllegalArgumentException("no intent " + id);
        }
        return intent;
    }
}
