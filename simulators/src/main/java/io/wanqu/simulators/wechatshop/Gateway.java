package io.wanqu.simulators.wechatshop;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Door;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Refusal;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls by token; the token is given to whoever knows the application's secret. */
final class Gateway {

    static final int BAD_PARAMETER = 40097;
    private static final int BAD_TOKEN = 40001;
    private static final int TOKEN_EXPIRED = 42001;
    private static final int BAD_SECRET = 40125;
    private static final int BAD_APP = 40013;
    private static final int DAY_IS_OVER = 45009;
    private static final int TOO_OFTEN = 45011;
    private static final int FORCED_MAX = 20;
    private static final int CALLS_PER_SECOND = 167;

    private final Market market;
    private final Map<String, Interface> interfaces = new HashMap<>();
    private final Map<Long, AtomicInteger> forced = new ConcurrentHashMap<>();
    private final Door door;

    Gateway(Market market) {
        this.market = market;
        this.door = new Door(market.faults(), fault -> Answer.json(trouble(fault.code(), "as ordered")));
    }

    void offer(String path, Interface api) {
        interfaces.put(path, api);
    }

    Answer serve(Request request) {
        return door.pass(request.path(), () -> answered(request));
    }

    private Answer answered(Request request) {
        try {
            var asked = request.json();
            return Answer.json(request.path().equals("/cgi-bin/stable_token") ? token(asked)
                : handle(request, asked).put("errcode", 0).put("errmsg", "ok"));
        } catch (Refusal refusal) {
            return Answer.json(trouble(refusal.code(), refusal.words()));
        } catch (JacksonException e) {
            return Answer.json(trouble(BAD_PARAMETER, "not JSON"));
        }
    }

    private ObjectNode handle(Request request, JsonNode asked) {
        var token = request.parameter("access_token");
        var shop = market.shops().stream().filter(each -> each.trust().knows(token)).findFirst()
            .orElseThrow(() -> new Refusal(BAD_TOKEN, "invalid credential"));
        if (shop.trust().expired()) {
            throw new Refusal(TOKEN_EXPIRED, "access_token expired");
        }
        if (!market.limits().allows(shop.app().key(), CALLS_PER_SECOND, market.clock().seconds())) {
            throw new Refusal(TOO_OFTEN, "api minute-quota reach limit");
        }
        var api = interfaces.get(request.path());
        if (api == null || !request.verb().equals("POST")) {
            throw new Refusal(BAD_PARAMETER, "no such interface");
        }
        return api.answer(shop, asked);
    }

    /** The same until its end, unless another one is forced, which is possible a few times a day. */
    private ObjectNode token(JsonNode asked) {
        var app = market.app(asked.path("appid").asString(""));
        if (app == null || !asked.path("grant_type").asString("").equals("client_credential")) {
            throw new Refusal(BAD_APP, "invalid appid");
        }
        var shop = market.shop(app, _ -> app.secret().equals(asked.path("secret").asString("")));
        if (shop == null) {
            throw new Refusal(BAD_SECRET, "invalid appsecret");
        }
        var byForce = asked.path("force_refresh").asBoolean(false);
        if (byForce && forced.computeIfAbsent(shop.id(), _ -> new AtomicInteger()).incrementAndGet() > FORCED_MAX) {
            throw new Refusal(DAY_IS_OVER, "reach max api daily quota limit");
        }
        var trust = shop.trust();
        synchronized (trust) {
            var grant = byForce || trust.expired() ? trust.again() : trust.grant();
            return Json.object().put("access_token", grant.access()).put("expires_in", grant.expiresIn());
        }
    }

    private static ObjectNode trouble(int code, String message) {
        return Json.object().put("errcode", code).put("errmsg", message);
    }

    /** One interface of the platform, whose answer lies beside the code; a refusal is thrown. */
    interface Interface {
        ObjectNode answer(Shop shop, JsonNode asked);
    }
}
