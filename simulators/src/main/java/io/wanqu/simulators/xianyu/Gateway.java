package io.wanqu.simulators.xianyu;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Door;
import io.wanqu.simulators.Faults.Fault;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The door for sellers' software: the body's digest is signed, and the clock may differ by five minutes. */
final class Gateway {

    static final long DRIFT_SECONDS = 300;

    private static final int ORDINARY_LIMIT = 50;

    private final Market market;
    private final Door door;
    private final Map<String, Interface> interfaces = new HashMap<>();

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
            var app = signedBy(request);
            if (!market.limits().allows(app.key() + ' ' + request.path(), ORDINARY_LIMIT, market.clock().seconds())) {
                throw new Refusal(Refusal.LIMITED, "too many calls");
            }
            var api = interfaces.get(request.path());
            if (api == null) {
                throw new Refusal(Refusal.NOT_FOUND, "no such interface");
            }
            return envelope(0, "OK", api.answer(shopOf(app), request.json()));
        } catch (Refusal refusal) {
            return envelope(refusal.code(), refusal.message(), Json.object());
        } catch (JacksonException e) {
            return envelope(Refusal.PARAMETER, "the body is not JSON", Json.object());
        }
    }

    private App signedBy(Request request) {
        var app = market.app(request.parameter("appid"));
        if (app == null) {
            throw new Refusal(Refusal.SIGNATURE, "no such app");
        }
        var timestamp = request.parameter("timestamp");
        if (!fresh(timestamp)) {
            throw new Refusal(Refusal.TOO_OLD, "timestamp differs too much");
        }
        if (!Signing.same(Signing.open(app, request.body(), timestamp, request.parameter("seller_id")),
            request.parameter("sign"))) {
            throw new Refusal(Refusal.SIGNATURE, "signature differs");
        }
        return app;
    }

    private boolean fresh(String timestamp) {
        return timestamp.matches("\\d{1,12}")
            && Math.abs(Long.parseLong(timestamp) - market.clock().seconds()) <= DRIFT_SECONDS;
    }

    private Shop shopOf(App app) {
        var shop = market.shop(app, _ -> true);
        if (shop == null) {
            throw new Refusal(Refusal.BUSINESS, "the app has no shop");
        }
        return shop;
    }

    static Answer envelope(int code, String message, JsonNode data) {
        return Answer.json(Json.object().put("code", code).put("msg", message).set("data", data));
    }

    private static Answer spoiled(Fault fault) {
        return envelope(fault.code(), "as ordered", Json.object());
    }

    /** One interface of the platform; a refusal is thrown. */
    interface Interface {
        JsonNode answer(Shop shop, JsonNode parameters);
    }
}
