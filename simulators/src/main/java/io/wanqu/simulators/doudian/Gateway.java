package io.wanqu.simulators.doudian;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Door;
import io.wanqu.simulators.Faults.Fault;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Trust;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private final Door door;

    Gateway(Market market) {
        this.market = market;
        this.door = new Door(market.faults(), Gateway::spoiled);
    }

    void offer(String method, Interface api) {
        interfaces.put(method, api);
    }

    Answer serve(Request request) {
        var method = request.parameter("method");
        return door.pass(method, () -> answered(request, method));
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
        var published = LIMITS.getOrDefault(method, ORDINARY_LIMIT);
        if (!market.limits().allows(app.key() + ' ' + method, published, market.clock().seconds())) {
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
        var shop = market.shop(app, each -> each.trust().knows(token));
        if (shop == null) {
            throw new Refusal(Refusal.PARAMETER_REFUSED, "isv.access-token-no-existed", "token is unknown");
        }
        if (shop.trust().expired()) {
            throw new Refusal(Refusal.PARAMETER_WRONG, "isv.access-token-expired", "token has expired");
        }
        return shop;
    }

    private JsonNode createToken(App app, JsonNode parameters) {
        var shop = market.shop(app, each -> each.trust().code().equals(parameters.path("code").asString(""))
            || String.valueOf(each.id()).equals(parameters.path("shop_id").asString("")));
        if (shop == null) {
            throw new Refusal(Refusal.NO_PERMISSION, "dop.authorization-no-existed", "code is unknown");
        }
        return granted(shop, shop.trust().grant());
    }

    private JsonNode refreshToken(App app, JsonNode parameters) {
        var offered = parameters.path("refresh_token").asString("");
        var shop = market.shop(app, each -> each.trust().renewableBy(offered));
        var renewed = shop == null ? Optional.<Trust.Grant>empty() : shop.trust().renew(offered);
        if (shop == null || renewed.isEmpty()) {
            throw new Refusal(Refusal.NO_PERMISSION, "dop.authorization-no-existed", "refresh token is not valid");
        }
        return granted(shop, renewed.get());
    }

    private static JsonNode granted(Shop shop, Trust.Grant grant) {
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
        return Answer.json(envelope(fault.code(), "failed", fault.subCode(), "as ordered"));
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
