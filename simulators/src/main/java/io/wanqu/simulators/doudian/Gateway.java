package io.wanqu.simulators.doudian;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Faults.Fault;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.RateLimit;
import io.wanqu.simulators.Request;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The single door for sellers' software: checks a call in the platform's order, then lets one interface answer. */
final class Gateway {

    static final long DRIFT_SECONDS = 600;

    private static final int ORDINARY_LIMIT = 1000;
    private static final Map<String, Integer> LIMITS = Map.of(
        "order.searchList", 600,
        "order.orderDetail", 900,
        "afterSale.List", 500);

    private final Market market;
    private final Map<String, Interface> interfaces = new HashMap<>();
    private final RateLimit rate = new RateLimit();
    private volatile int limitForAll = -1;

    Gateway(Market market) {
        this.market = market;
    }

    void offer(String method, Interface api) {
        interfaces.put(method, api);
    }

    /** Replaces the published limits; zero lifts them, a negative number brings them back. */
    void limit(int perSecond) {
        limitForAll = perSecond;
    }

    Answer serve(Request request) {
        market.faults().dawdle();
        if (market.faults().outage()) {
            return Answer.status(503, "unavailable");
        }
        var method = request.parameter("method");
        var fault = market.faults().next(method);
        if (fault != null && !fault.after()) {
            return spoiled(fault);
        }
        var answer = answered(request, method);
        return fault == null ? answer : spoiled(fault);
    }

    private Answer answered(Request request, String method) {
        try {
            return Answer.json(envelope(10000, "success", "", "").set("data", handle(request, method)));
        } catch (Refusal refusal) {
            return Answer.json(envelope(refusal.code(), "failed", refusal.subCode(), refusal.subMessage()));
        }
    }

    private JsonNode handle(Request request, String method) {
        var app = signedBy(request, method);
        var limit = limitForAll >= 0 ? limitForAll : LIMITS.getOrDefault(method, ORDINARY_LIMIT);
        if (!rate.allows(app.key() + ' ' + method, limit, market.clock().seconds())) {
            throw new Refusal(Refusal.LIMITED, "isv.traffic-limited", "too many calls");
        }
        var parameters = parameters(request);
        return switch (method) {
            case "token.create" -> createToken(app, parameters);
            case "token.refresh" -> refreshToken(app, parameters);
            default -> {
                var api = interfaces.get(method);
                if (api == null || !request.path().equals("/" + method.replace('.', '/'))) {
                    throw new Refusal(Refusal.PARAMETER_WRONG, "isv.parameter-invalid", "no such interface");
                }
                yield api.answer(shopOf(app, request.parameter("access_token")), parameters);
            }
        };
    }

    private App signedBy(Request request, String method) {
        for (var name : new String[] {"app_key", "method", "timestamp", "v", "sign"}) {
            if (request.parameter(name).isEmpty()) {
                throw new Refusal(Refusal.PARAMETER_MISSING, "isv.parameter-missing", name);
            }
        }
        var app = market.app(request.parameter("app_key"));
        if (app == null) {
            throw new Refusal(Refusal.PARAMETER_WRONG, "isv.app-key-invalid", "no such app");
        }
        var timestamp = request.parameter("timestamp");
        if (!timestamp.matches("\\d{1,12}")
            || Math.abs(Long.parseLong(timestamp) - market.clock().seconds()) > DRIFT_SECONDS) {
            throw new Refusal(Refusal.PARAMETER_WRONG, "isv.timestamp-invalid", "clock differs too much");
        }
        var signMethod = request.query().getOrDefault("sign_method", "md5");
        if (!Signing.same(Signing.call(app, method, request.text(), timestamp, signMethod), request.parameter("sign"))) {
            throw new Refusal(Refusal.PARAMETER_WRONG, "isv.signature-invalid", "signature differs");
        }
        return app;
    }

    private Shop shopOf(App app, String token) {
        for (var shop : market.shops()) {
            if (shop.app().equals(app) && shop.knows(token)) {
                if (shop.expired()) {
                    throw new Refusal(Refusal.PARAMETER_WRONG, "isv.access-token-expired", "token has expired");
                }
                return shop;
            }
        }
        throw new Refusal(Refusal.PARAMETER_REFUSED, "isv.access-token-no-existed", "token is unknown");
    }

    private JsonNode createToken(App app, JsonNode parameters) {
        for (var shop : market.shops()) {
            if (shop.app().equals(app) && (shop.code().equals(parameters.path("code").asString(""))
                || String.valueOf(shop.id()).equals(parameters.path("shop_id").asString("")))) {
                return granted(shop, shop.grant());
            }
        }
        throw new Refusal(Refusal.NO_PERMISSION, "dop.authorization-no-existed", "code is unknown");
    }

    private JsonNode refreshToken(App app, JsonNode parameters) {
        var offered = parameters.path("refresh_token").asString("");
        for (var shop : market.shops()) {
            if (shop.app().equals(app) && Signing.same(shop.grant().refresh(), offered)) {
                return granted(shop, shop.renew(offered));
            }
        }
        throw new Refusal(Refusal.NO_PERMISSION, "dop.authorization-no-existed", "refresh token is not valid");
    }

    private static JsonNode granted(Shop shop, Shop.Grant grant) {
        return Json.object()
            .put("access_token", grant.access())
            .put("expires_in", grant.expiresIn())
            .put("refresh_token", grant.refresh())
            .put("scope", "SCOPE")
            .put("shop_id", shop.id())
            .put("shop_name", "shop " + shop.id());
    }

    private static JsonNode parameters(Request request) {
        try {
            return request.json();
        } catch (JacksonException e) {
            throw new Refusal(Refusal.PARAMETER_WRONG, "isv.parameter-invalid", "param_json is not JSON");
        }
    }

    private static Answer spoiled(Fault fault) {
        return fault.cutsConnection() ? Answer.silence()
            : Answer.json(envelope(fault.code(), "failed", fault.subCode(), "as ordered"));
    }

    private static ObjectNode envelope(int code, String message, String subCode, String subMessage) {
        return Json.object()
            .put("code", code)
            .put("msg", message)
            .put("sub_code", subCode)
            .put("sub_msg", subMessage)
            .put("log_id", UUID.randomUUID().toString());
    }

    /** One interface of the platform; a refusal is thrown. */
    interface Interface {
        JsonNode answer(Shop shop, JsonNode parameters);
    }
}
