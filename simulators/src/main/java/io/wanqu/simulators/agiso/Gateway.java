package io.wanqu.simulators.agiso;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Door;
import io.wanqu.simulators.Faults.Fault;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Md5;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The single door: a bearer's token says whose shop it is, and the application of that shop has signed the form. */
final class Gateway {

    private static final long DRIFT_SECONDS = 600;
    private static final int CALLS_PER_SECOND = 20;
    private static final String BEARER = "Bearer ";
    /** A fault whose sub code says so may be tried again. */
    private static final String RETRY = "retry";

    private final Market market;
    private final Map<String, Interface> interfaces = new HashMap<>();
    private final Door door;

    Gateway(Market market) {
        this.market = market;
        this.door = new Door(market.faults(), Gateway::spoiled);
    }

    void offer(String path, Interface api) {
        interfaces.put(path, api);
    }

    Answer serve(Request request) {
        return door.pass(request.path(), () -> answered(request));
    }

    private Answer answered(Request request) {
        try {
            if (request.path().endsWith("/auth/token")) {
                return envelope(true, 0, "", false, token(request));
            }
            var form = request.form();
            var api = interfaces.get(request.path());
            if (api == null) {
                return Answer.status(404, "no such interface");
            }
            return envelope(true, 0, "", false, api.answer(shop(request, form), form));
        } catch (Refusal refusal) {
            return envelope(false, refusal.code(), refusal.sentence(), false, refusal.data());
        }
    }

    private Shop shop(Request request, Map<String, String> form) {
        var authorization = request.headers().getOrDefault("Authorization", "");
        var token = authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : "";
        var shop = market.shops().stream().filter(each -> each.trust().knows(token)).findFirst().orElse(null);
        if (shop == null || shop.trust().expired() || !"1".equals(request.headers().get("ApiVersion"))) {
            throw new Refusal(Refusal.TOKEN, "token is unknown or has ended");
        }
        var timestamp = form.getOrDefault("timestamp", "");
        if (!timestamp.matches("\\d{1,12}")
            || Math.abs(Long.parseLong(timestamp) - market.clock().seconds()) > DRIFT_SECONDS) {
            throw new Refusal(Refusal.TIME, "clock differs too much");
        }
        if (!Md5.same(Md5.ofParameters(shop.app().secret(), form), form.getOrDefault("sign", ""))) {
            throw new Refusal(Refusal.SIGN, "signature differs");
        }
        if (!market.limits().allows(shop.app().key(), CALLS_PER_SECOND, market.clock().seconds())) {
            throw new Refusal(Refusal.LIMITED, "too many calls");
        }
        return shop;
    }

    private JsonNode token(Request request) {
        App app = market.app(request.parameter("appId"));
        if (app == null || !Md5.same(Md5.ofParameters(app.secret(), request.query()), request.parameter("sign"))) {
            throw new Refusal(Refusal.SIGN, "signature differs");
        }
        var shop = market.shop(app, each -> each.trust().code().equals(request.parameter("code")));
        if (shop == null) {
            throw new Refusal(Refusal.TOKEN, "code is unknown");
        }
        var grant = shop.trust().grant();
        return Json.object().put("Token", grant.access()).put("ExpiresIn", grant.expiresIn())
            .put("FromPlatform", "TbAlds").put("ShopId", String.valueOf(shop.id()));
    }

    private static Answer spoiled(Fault fault) {
        return envelope(false, fault.code(), "as ordered", fault.subCode().equals(RETRY), null);
    }

    private static Answer envelope(boolean success, int code, String message, boolean mayRetry, @Nullable JsonNode data) {
        var answer = Json.object().put("IsSuccess", success);
        if (data == null) {
            answer.putNull("Data");
        } else {
            answer.set("Data", data);
        }
        answer.put("Error_Code", code).put("Error_Msg", message);
        if (success) {
            answer.putNull("AllowRetry");
        } else {
            answer.put("AllowRetry", mayRetry);
        }
        return Answer.json(answer.put("RequestId", "simulated"));
    }

    /** One interface of the gateway; null is an answer without data, a refusal is thrown. */
    interface Interface {
        @Nullable JsonNode answer(Shop shop, Map<String, String> form);
    }
}
