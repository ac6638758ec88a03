package io.wanqu.simulators.taobao;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Door;
import io.wanqu.simulators.Faults.Fault;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The router behind which all interfaces lie: one address, form parameters, one envelope. */
final class Gateway {

    static final String PATH = "/router/rest";
    static final long DRIFT_SECONDS = 600;

    private static final int ORDINARY_LIMIT = 50;
    private static final String PREFIX = "taobao.";

    private final Market market;
    private final Door door;
    private final Map<String, Interface> interfaces = new HashMap<>();

    Gateway(Market market) {
        this.market = market;
        this.door = new Door(market.faults(), Gateway::spoiled);
    }

    void offer(String method, Interface api) {
        interfaces.put(method, api);
    }

    Answer serve(Request request) {
        if (!request.path().equals(PATH)) {
            return Answer.status(404, "nothing here");
        }
        var parameters = new HashMap<>(request.query());
        parameters.putAll(form(request.text()));
        var method = parameters.getOrDefault("method", "");
        return door.pass(method, () -> answered(method, parameters));
    }

    private Answer answered(String method, Map<String, String> parameters) {
        try {
            var body = handle(method, parameters).put("request_id", id());
            var name = method.startsWith(PREFIX) ? method.substring(PREFIX.length()) : method;
            return Answer.json(Json.object().set(name.replace('.', '_') + "_response", body));
        } catch (Refusal refusal) {
            return error(refusal.code(), refusal.subCode(), refusal.message());
        }
    }

    private ObjectNode handle(String method, Map<String, String> parameters) {
        if (method.isEmpty()) {
            throw new Refusal(Refusal.NO_METHOD, "", "Missing Method");
        }
        var app = signedBy(parameters);
        if (!market.limits().allows(app.key() + ' ' + method, ORDINARY_LIMIT, market.clock().seconds())) {
            throw new Refusal(Refusal.LIMITED, "accesscontrol.limited-by-api-access-count",
                "This ban will last for 1 more seconds");
        }
        var api = interfaces.get(method);
        if (api == null) {
            throw new Refusal(Refusal.UNKNOWN_METHOD, "", "Invalid Method");
        }
        return api.answer(new Call(app, shopOf(app, parameters.getOrDefault("session", "")), parameters));
    }

    private App signedBy(Map<String, String> parameters) {
        for (var name : new String[] {"app_key", "timestamp", "v", "sign", "sign_method"}) {
            if (parameters.getOrDefault(name, "").isEmpty()) {
                throw Refusal.missing(name);
            }
        }
        var app = market.app(parameters.getOrDefault("app_key", ""));
        if (app == null) {
            throw new Refusal(Refusal.UNKNOWN_APP, "", "Invalid App Key");
        }
        var expected = Signing.sign(parameters, app.secret(), parameters.getOrDefault("sign_method", ""));
        if (!Signing.same(expected, parameters.getOrDefault("sign", ""))) {
            throw new Refusal(Refusal.SIGNATURE, "", "Invalid Signature");
        }
        var stamp = Call.seconds("timestamp", parameters.getOrDefault("timestamp", ""));
        if (Math.abs(stamp - market.clock().seconds()) > DRIFT_SECONDS) {
            throw Refusal.invalid("timestamp");
        }
        if (!parameters.getOrDefault("format", "xml").equals("json")) {
            throw Refusal.invalid("format");
        }
        return app;
    }

    private @Nullable Shop shopOf(App app, String session) {
        if (session.isEmpty()) {
            return null;
        }
        var shop = market.shop(app, each -> each.trust().knows(session));
        if (shop == null || shop.trust().expired()) {
            throw new Refusal(Refusal.BAD_SESSION, "invalid-sessionkey", "Invalid Session");
        }
        return shop;
    }

    static Map<String, String> form(String text) {
        var form = new LinkedHashMap<String, String>();
        for (var pair : text.split("&")) {
            var at = pair.indexOf('=');
            if (at > 0) {
                form.put(URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    private static Answer spoiled(Fault fault) {
        return error(fault.code(), fault.subCode(), "as ordered");
    }

    private static Answer error(int code, String subCode, String message) {
        var error = Json.object().put("code", code).put("msg", code == Refusal.BUSINESS ? "Remote service error" : message);
        if (!subCode.isEmpty()) {
            error.put("sub_code", subCode).put("sub_msg", message);
        }
        return Answer.json(Json.object().set("error_response", error.put("request_id", id())));
    }

    private static String id() {
        return UUID.randomUUID().toString().substring(0, 12);
    }

    /** One interface of the platform; a refusal is thrown. */
    interface Interface {
        ObjectNode answer(Call call);
    }
}
