package io.wanqu.simulators.stripe;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Faults.Fault;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The API that merchants call: keys, idempotency, faults, and the few resources. */
final class Api {

    private static final int FORBIDDEN = 401;
    private static final int DEFECT = 500;

    private final Bank bank;
    private final Acts acts;
    private final Map<String, Kept> answers = new ConcurrentHashMap<>();

    Api(Bank bank, Acts acts) {
        this.bank = bank;
        this.acts = acts;
    }

    Answer serve(Request request) {
        bank.faults().dawdle();
        if (bank.faults().outage()) {
            return Answer.silence();
        }
        var merchant = bank.bySecret(request.headers().getOrDefault("Authorization", "").replaceFirst("^Bearer ", ""));
        if (merchant == null) {
            return error(FORBIDDEN, "invalid_request_error", "", "Invalid API Key provided");
        }
        var fault = bank.faults().next(request.verb() + " " + resource(request.path()));
        if (fault != null && !fault.after()) {
            return spoiled(fault);
        }
        var answer = once(merchant, request);
        return fault == null ? answer : spoiled(fault);
    }

    /** Any path of one resource, without the number in it. */
    private static String resource(String path) {
        var parts = path.split("/");
        return parts.length > 2 ? "/" + parts[1] + "/" + parts[2] : path;
    }

    private static Answer spoiled(Fault fault) {
        return fault.cutsConnection() ? Answer.silence()
            : error(fault.code(), fault.code() >= DEFECT ? "api_error" : "invalid_request_error", fault.subCode(), "planned");
    }

    /** The same key with the same content gets the first answer again; with other content it is refused. */
    private Answer once(Merchant merchant, Request request) {
        var key = request.headers().getOrDefault("Idempotency-Key", "");
        if (!request.verb().equals("POST") || key.isEmpty()) {
            return route(merchant, request);
        }
        var content = request.path() + "?" + request.text();
        var kept = answers.computeIfAbsent(merchant.id() + "/" + key, fresh -> new Kept(content, route(merchant, request)));
        return kept.content.equals(content) ? kept.answer
            : error(400, "idempotency_error", "", "Keys for idempotent requests can only be used with the same parameters");
    }

    private Answer route(Merchant merchant, Request request) {
        var form = Form.of(request.text());
        var parts = request.path().split("/");
        var id = parts.length > 3 ? parts[3] : "";
        var act = request.verb() + " " + request.path().replace(id.isEmpty() ? "\n" : id, "{id}");
        return switch (act) {
            case "POST /v1/payment_intents" -> create(merchant, form);
            case "GET /v1/payment_intents/{id}" -> intent(merchant, id);
            case "POST /v1/payment_intents/{id}/cancel" -> cancel(merchant, id);
            case "POST /v1/refunds" -> refund(merchant, form);
            case "GET /v1/refunds" -> refunds(merchant, request.parameter("payment_intent"));
            default -> error(404, "invalid_request_error", "", "Unrecognized request URL");
        };
    }

    private Answer create(Merchant merchant, Form form) {
        var amount = form.number("amount");
        if (amount < 1 || form.text("currency").length() != 3) {
            return error(400, "invalid_request_error", "parameter_invalid_integer", "Invalid amount or currency");
        }
        return Answer.json(bank.ask(merchant,
            new Intent.Terms(amount, form.text("currency"), form.metadata(), form.text("description"))).json());
    }

    private Answer intent(Merchant merchant, String id) {
        var intent = own(merchant, id);
        return intent == null ? missing("payment_intent") : Answer.json(intent.json());
    }

    private Answer cancel(Merchant merchant, String id) {
        var intent = own(merchant, id);
        if (intent == null) {
            return missing("payment_intent");
        }
        return acts.cancel(intent) ? Answer.json(intent.json())
            : error(400, "invalid_request_error", "payment_intent_unexpected_state", "This PaymentIntent has status " + intent.status());
    }

    private Answer refund(Merchant merchant, Form form) {
        var intent = own(merchant, form.text("payment_intent"));
        if (intent == null) {
            return missing("payment_intent");
        }
        var amount = form.number("amount") < 0 ? intent.amount() : form.number("amount");
        if (!intent.takeBack(amount)) {
            return error(400, "invalid_request_error", "charge_already_refunded", "The charge has not so much left");
        }
        return Answer.json(acts.refund(intent, amount, form.metadata()).json());
    }

    private Answer refunds(Merchant merchant, String intent) {
        var list = Json.object().put("object", "list").put("url", "/v1/refunds").put("has_more", false);
        var data = list.putArray("data");
        if (own(merchant, intent) != null) {
            bank.refundsOf(intent).forEach(refund -> data.add(refund.json()));
        }
        return Answer.json(list);
    }

    private @Nullable Intent own(Merchant merchant, String id) {
        var intent = bank.intent(id);
        return intent == null || intent.merchant() != merchant ? null : intent;
    }

    private static Answer missing(String what) {
        return error(404, "invalid_request_error", "resource_missing", "No such " + what);
    }

    private static Answer error(int status, String type, String code, String message) {
        ObjectNode error = Json.object().put("type", type).put("message", message);
        if (!code.isEmpty()) {
            error.put("code", code);
        }
        var body = Json.object();
        body.set("error", error);
        return new Answer(status, "application/json", Map.of("Request-Id", "req_sim"), body.toString());
    }

    /** An answer that a key gets again. */
    private record Kept(String content, Answer answer) {
    }
}
