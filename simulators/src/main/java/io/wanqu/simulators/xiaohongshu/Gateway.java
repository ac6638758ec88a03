package io.wanqu.simulators.xiaohongshu;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Door;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Refusal;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Trust;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One address for everything: who asks and what is asked lie in one object. Newer calls answer in a second envelope. */
final class Gateway {

    static final int BAD_PARAMETER = -9002;
    private static final int BAD_SIGN = -9010;
    private static final int BAD_TOKEN = -9030;
    private static final int NOT_GRANTED = -9031;
    private static final int LIMITED = -9021;
    private static final String PATH = "/ark/open_api/v3/common_controller";
    private static final long DRIFT_SECONDS = 600;
    private static final int CALLS_PER_SECOND = 100;
    private static final long MILLIS = 1000;
    private static final long SAME_PAIR_SECONDS = 1800;

    private final Market market;
    private final Map<String, Interface> interfaces = new HashMap<>();
    private final Set<String> nested = new HashSet<>();
    private final Door door;

    Gateway(Market market) {
        this.market = market;
        this.door = new Door(market.faults(), fault -> Answer.json(trouble(fault.code(), "as ordered")));
    }

    void offer(String method, Interface api) {
        interfaces.put(method, api);
    }

    void offerNested(String method, Interface api) {
        nested.add(method);
        offer(method, api);
    }

    Answer serve(Request request) {
        if (!request.path().equals(PATH) || !request.verb().equals("POST")) {
            return Answer.status(404, "not found");
        }
        var asked = asked(request);
        var method = asked.path("method").asString("");
        return door.pass(method, () -> answered(asked, method));
    }

    private Answer answered(JsonNode asked, String method) {
        try {
            var data = handle(asked, method);
            return Answer.json(success("error_code", "error_msg")
                .set("data", nested.contains(method) ? success("code", "msg").set("data", data) : data));
        } catch (Refusal refusal) {
            return Answer.json(trouble(refusal.code(), refusal.words()));
        }
    }

    private JsonNode handle(JsonNode asked, String method) {
        var app = signedBy(asked, method);
        if (!market.limits().allows(app.key(), CALLS_PER_SECOND, market.clock().seconds())) {
            throw new Refusal(LIMITED, "too many calls");
        }
        return switch (method) {
            case "oauth.getAccessToken" -> byCode(app, asked.path("code").asString(""));
            case "oauth.refreshToken" -> byRefresh(app, asked.path("refreshToken").asString(""));
            default -> {
                var api = interfaces.get(method);
                if (api == null) {
                    throw new Refusal(BAD_PARAMETER, "no such method");
                }
                yield api.answer(shopOf(app, asked.path("accessToken").asString("")), asked);
            }
        };
    }

    private App signedBy(JsonNode asked, String method) {
        var app = market.app(asked.path("appId").asString(""));
        var timestamp = asked.path("timestamp").asString("");
        if (app == null) {
            throw new Refusal(BAD_SIGN, "no such app");
        }
        if (!timestamp.matches("\\d{1,12}")
            || Math.abs(Long.parseLong(timestamp) - market.clock().seconds()) > DRIFT_SECONDS) {
            throw new Refusal(BAD_SIGN, "clock differs too much");
        }
        var expected = Signing.call(app, method, timestamp, asked.path("version").asString(""));
        if (!Signing.same(expected, asked.path("sign").asString(""))) {
            throw new Refusal(BAD_SIGN, "signature differs");
        }
        return app;
    }

    private Shop shopOf(App app, String token) {
        var shop = market.shop(app, each -> each.trust().knows(token));
        if (shop == null || shop.trust().expired()) {
            throw new Refusal(BAD_TOKEN, "token is unknown or has expired");
        }
        return shop;
    }

    private JsonNode byCode(App app, String code) {
        var shop = market.shop(app, each -> each.trust().code().equals(code));
        if (shop == null) {
            throw new Refusal(NOT_GRANTED, "code is unknown");
        }
        return granted(shop, shop.trust().grant());
    }

    /** Long before its end a pair is given again as it is. */
    private JsonNode byRefresh(App app, String offered) {
        var shop = market.shop(app, each -> each.trust().renewableBy(offered));
        if (shop == null) {
            throw new Refusal(NOT_GRANTED, "refresh token is not valid");
        }
        var grant = shop.trust().grant();
        return granted(shop, grant.expiresIn() > SAME_PAIR_SECONDS ? grant
            : shop.trust().renew(offered).orElseThrow(() -> new Refusal(NOT_GRANTED, "refresh token has ended")));
    }

    private static JsonNode granted(Shop shop, Trust.Grant grant) {
        return Json.object()
            .put("accessToken", grant.access())
            .put("accessTokenExpiresAt", grant.expiresAt() * MILLIS)
            .put("refreshToken", grant.refresh())
            .put("refreshTokenExpiresAt", grant.refreshExpiresAt() * MILLIS)
            .put("sellerId", String.valueOf(shop.id()))
            .put("sellerName", "shop " + shop.id());
    }

    private static JsonNode asked(Request request) {
        try {
            return request.json();
        } catch (JacksonException e) {
            return Json.object();
        }
    }

    private static ObjectNode success(String code, String message) {
        return Json.object().put(code, 0).put("success", true).put(message, "");
    }

    private static ObjectNode trouble(int code, String message) {
        return Json.object().put("error_code", code).put("success", false).put("error_msg", message);
    }

    /** One method of the platform; a refusal is thrown. */
    interface Interface {
        JsonNode answer(Shop shop, JsonNode asked);
    }
}
