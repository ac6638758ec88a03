package io.wanqu.simulators.alipay;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Faults.Fault;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.Rsa;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The single door for software, and beside it the few pages a buyer sees. */
final class Gateway {

    /** How far a caller's clock may differ [M]. */
    static final long DRIFT_SECONDS = 900;

    private static final String PAGE = "alipay.trade.page.pay";
    private static final String WAP = "alipay.trade.wap.pay";

    private final Provider provider;
    private final Cashier cashier;
    private final Map<String, Interface> interfaces = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();

    Gateway(Provider provider, Cashier cashier) {
        this.provider = provider;
        this.cashier = cashier;
    }

    void offer(String method, Interface api) {
        interfaces.put(method, api);
    }

    Answer serve(Request request) {
        provider.faults().dawdle();
        if (provider.faults().outage()) {
            return Answer.status(503, "unavailable");
        }
        return switch (request.path()) {
            case "/gateway.do" -> gateway(request);
            case "/cashier" -> cashier.pay(request);
            case "/bill" -> file(request.parameter("token"));
            default -> Answer.status(404, "nothing here");
        };
    }

    private Answer gateway(Request request) {
        var parameters = new LinkedHashMap<>(request.query());
        if (request.headers().getOrDefault("Content-Type", "").startsWith("application/x-www-form-urlencoded")) {
            parameters.putAll(request.form());
        }
        var method = parameters.getOrDefault("method", "");
        var fault = provider.faults().next(method);
        if (fault != null && !fault.after()) {
            return spoiled(method, fault);
        }
        var host = request.headers().getOrDefault("Host", "localhost");
        var answer = method.equals(PAGE) || method.equals(WAP) ? page(parameters, host) : answered(method, parameters, host);
        return fault == null ? answer : spoiled(method, fault);
    }

    private Answer page(Map<String, String> parameters, String host) {
        try {
            return cashier.show(new Call(signer(parameters), parameters, content(parameters), host));
        } catch (Refusal refusal) {
            return Answer.status(400, refusal.subCode() + " " + refusal.message());
        }
    }

    private Answer answered(String method, Map<String, String> parameters, String host) {
        try {
            var app = signer(parameters);
            var api = interfaces.get(method);
            if (api == null) {
                throw Refusal.invalid("invalid-method", "no such interface");
            }
            var node = Json.object().put("code", "10000").put("msg", "Success");
            node.setAll(api.answer(new Call(app, parameters, content(parameters), host)));
            return signed(method, node);
        } catch (Refusal refusal) {
            return signed(method, refused(refusal));
        }
    }

    private static ObjectNode refused(Refusal refusal) {
        return Json.object()
            .put("code", refusal.code())
            .put("msg", refusal.code().equals("40004") ? "Business Failed" : "Invalid Arguments")
            .put("sub_code", refusal.subCode())
            .put("sub_msg", refusal.message());
    }

    /** The signature is over the node exactly as it is sent. */
    private Answer signed(String method, ObjectNode node) {
        var raw = node.toString();
        var name = interfaces.containsKey(method) ? method.replace('.', '_') + "_response" : "error_response";
        return new Answer(200, "text/html;charset=utf-8", Map.of(),
            "{\"" + name + "\":" + raw + ",\"sign\":\"" + provider.sign(raw) + "\"}");
    }

    private Answer spoiled(String method, Fault fault) {
        return fault.cutsConnection() ? Answer.silence()
            : signed(method, refused(Refusal.ordered(fault.code(), fault.subCode())));
    }

    private App signer(Map<String, String> parameters) {
        for (var name : new String[] {"app_id", "method", "sign", "sign_type", "timestamp", "version", "charset"}) {
            if (parameters.getOrDefault(name, "").isEmpty()) {
                throw Refusal.missing(name);
            }
        }
        var app = provider.app(parameters.get("app_id"));
        if (app == null) {
            throw Refusal.invalid("invalid-app-id", "no such application");
        }
        if (!parameters.get("sign_type").equals("RSA2")) {
            throw Refusal.invalid("invalid-signature-type", "RSA2 is wanted");
        }
        if (!timely(parameters.get("timestamp"))) {
            throw Refusal.invalid("invalid-timestamp", "the clock differs too much");
        }
        if (!Rsa.signed(app.key(), Provider.content(parameters, "sign"), parameters.get("sign"))) {
            throw Refusal.invalid("invalid-signature", "the signature differs");
        }
        return app;
    }

    private boolean timely(@Nullable String text) {
        try {
            var at = LocalDateTime.parse(String.valueOf(text).replace(' ', 'T')).atZone(Provider.BEIJING).toEpochSecond();
            return Math.abs(at - provider.clock().seconds()) <= DRIFT_SECONDS;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static JsonNode content(Map<String, String> parameters) {
        try {
            return Json.read(parameters.getOrDefault("biz_content", "{}"));
        } catch (JacksonException e) {
            throw Refusal.invalid("invalid-parameter", "biz_content is not JSON");
        }
    }

    /** Keeps a file for download and tells its address. */
    String keep(String host, String text) {
        var token = provider.next("file");
        synchronized (files) {
            files.put(token, text);
        }
        return "http://" + host + "/alipay/bill?token=" + token;
    }

    private Answer file(String token) {
        synchronized (files) {
            var text = files.get(token);
            return text == null ? Answer.status(404, "no such file") : new Answer(200, "text/csv; charset=utf-8", Map.of(), text);
        }
    }

    /** One verified call. */
    record Call(App app, Map<String, String> parameters, JsonNode body, String host) {

        String text(String name) {
            return body.path(name).asString("");
        }

        String need(String name) {
            var value = text(name);
            if (value.isEmpty()) {
                throw Refusal.parameter(name + " is missing");
            }
            return value;
        }
    }

    /** One interface of the provider; a refusal is thrown. */
    interface Interface {
        ObjectNode answer(Call call);
    }
}
