package io.wanqu.simulators.kuaishou;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Door;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Refusal;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Trust;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks a call, then lets one interface answer; writing is taken by POST only. */
final class Gateway {

    static final int BAD_PARAMETER = 21;
    static final int BAD_TOKEN = 24;
    static final int BAD_SIGN = 27;
    static final int TOKEN_EXPIRED = 28;
    static final int LIMITED = 38;
    private static final int BAD_GRANT = 100200101;
    private static final long DRIFT_MILLIS = 600_000;
    private static final int CALLS_PER_SECOND = 200;

    private final Market market;
    private final Map<String, Interface> reading = new HashMap<>();
    private final Map<String, Interface> writing = new HashMap<>();
    private final Door door;

    Gateway(Market market) {
        this.market = market;
        this.door = new Door(market.faults(), fault -> Answer.json(trouble(fault.code(), "as ordered")));
    }

    void read(String method, Interface api) {
        reading.put(method, api);
    }

    void write(String method, Interface api) {
        writing.put(method, api);
    }

    Answer serve(Request request) {
        var method = request.path().substring(1).replace('/', '.');
        return door.pass(method, () -> answered(request, method));
    }

    private Answer answered(Request request, String method) {
        try {
            var parameters = request.verb().equals("POST") ? decoded(request.text()) : request.query();
            return Answer.json(method.startsWith("oauth2.") ? granted(method, parameters)
                : Json.object().put("result", 1).put("error_msg", "SUCCESS")
                    .set("data", handle(request.verb().equals("POST") ? writing : reading, method, parameters)));
        } catch (Refusal refusal) {
            return Answer.json(trouble(refusal.code(), refusal.words()));
        }
    }

    private JsonNode handle(Map<String, Interface> interfaces, String method, Map<String, String> given) {
        var app = signedBy(given);
        if (!market.limits().allows(app.key(), CALLS_PER_SECOND, market.clock().seconds())) {
            throw new Refusal(LIMITED, "too many calls");
        }
        var api = interfaces.get(method);
        if (api == null || !method.equals(given.get("method"))) {
            throw new Refusal(BAD_PARAMETER, "no such interface");
        }
        return api.answer(shopOf(app, given.getOrDefault("access_token", "")), json(given.getOrDefault("param", "{}")));
    }

    private App signedBy(Map<String, String> given) {
        var app = market.app(given.getOrDefault("appkey", ""));
        var timestamp = given.getOrDefault("timestamp", "");
        if (app == null) {
            throw new Refusal(BAD_SIGN, "no such app");
        }
        if (!timestamp.matches("\\d{1,15}") || Math.abs(Long.parseLong(timestamp) - market.clock().millis()) > DRIFT_MILLIS) {
            throw new Refusal(BAD_SIGN, "clock differs too much");
        }
        var signed = new TreeMap<>(given);
        signed.remove("sign");
        if (!Signing.same(Signing.sign(signed, app.extra("signSecret")), given.getOrDefault("sign", ""))) {
            throw new Refusal(BAD_SIGN, "signature differs");
        }
        return app;
    }

    private Shop shopOf(App app, String token) {
        var shop = market.shop(app, each -> each.trust().knows(token));
        if (shop == null) {
            throw new Refusal(BAD_TOKEN, "token is unknown");
        }
        if (shop.trust().expired()) {
            throw new Refusal(TOKEN_EXPIRED, "token has expired");
        }
        return shop;
    }

    private ObjectNode granted(String method, Map<String, String> given) {
        var app = market.app(given.getOrDefault("app_id", ""));
        if (app == null || !Signing.same(app.secret(), given.getOrDefault("app_secret", ""))) {
            throw new Refusal(BAD_GRANT, "no such app");
        }
        return (method.equals("oauth2.access_token") ? byCode(app, given.getOrDefault("code", ""))
            : byRefresh(app, given.getOrDefault("refresh_token", "")))
            .map(grant -> Json.object().put("result", 1)
                .put("access_token", grant.access())
                .put("refresh_token", grant.refresh())
                .put("expires_in", grant.expiresIn())
                .put("refresh_token_expires_in", grant.refreshExpiresAt() - market.clock().seconds()))
            .orElseThrow(() -> new Refusal(BAD_GRANT, "not granted"));
    }

    private Optional<Trust.Grant> byCode(App app, String code) {
        return Optional.ofNullable(market.shop(app, each -> each.trust().code().equals(code))).map(shop -> shop.trust().grant());
    }

    private Optional<Trust.Grant> byRefresh(App app, String offered) {
        return Optional.ofNullable(market.shop(app, each -> each.trust().renewableBy(offered)))
            .flatMap(shop -> shop.trust().renew(offered));
    }

    private static JsonNode json(String text) {
        try {
            return Json.read(text);
        } catch (JacksonException e) {
            throw new Refusal(BAD_PARAMETER, "param is not JSON");
        }
    }

    private static Map<String, String> decoded(String form) {
        var values = new HashMap<String, String>();
        for (var pair : form.split("&")) {
            var at = pair.indexOf('=');
            if (at > 0) {
                values.put(URLDecoder.decode(pair.substring(0, at), UTF_8), URLDecoder.decode(pair.substring(at + 1), UTF_8));
            }
        }
        return values;
    }

    private static ObjectNode trouble(int code, String message) {
        return Json.object().put("result", code).put("error_msg", message);
    }

    /** One interface of the platform; a refusal is thrown. */
    interface Interface {
        JsonNode answer(Shop shop, JsonNode parameters);
    }
}
