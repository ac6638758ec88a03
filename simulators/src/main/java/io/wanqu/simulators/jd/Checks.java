package io.wanqu.simulators.jd;

import io.wanqu.simulators.Md5;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.ShanghaiTime;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import java.util.HashMap;
import java.util.Map;

/** Who asks: the application by its signature, the shop by its token, both within six minutes of the clock. */
final class Checks {

    private static final long DRIFT_SECONDS = 360;
    private static final int CALLS_PER_SECOND = 50;

    private final Market market;

    Checks(Market market) {
        this.market = market;
    }

    Shop router(Request request) {
        var app = app(request.parameter("app_key"));
        timely(ShanghaiTime.seconds(request.parameter("timestamp")));
        var signed = new HashMap<>(request.query());
        signed.putAll(request.form());
        signed(Md5.ofParameters(app.secret(), signed), request.parameter("sign"));
        return shop(app, request.parameter("access_token"));
    }

    Shop rest(Request request, Map<String, String> pathParameters) {
        var app = app(header(request, "X-JOS-App-Key"));
        var millis = header(request, "X-JOS-Timestamp");
        timely(millis.matches("\\d{1,15}") ? Long.parseLong(millis) / 1000 : -1);
        var signed = new HashMap<>(request.query());
        signed.putAll(pathParameters);
        for (var name : new String[] {"X-JOS-App-Key", "X-JOS-Access-Token", "X-JOS-Timestamp"}) {
            signed.put(name, header(request, name));
        }
        if (!request.text().isEmpty() && !request.text().equals("{}")) {
            signed.put("body", request.text());
        }
        signed(Md5.ofParameters(app.secret(), signed), header(request, "X-JOS-Sign"));
        return shop(app, header(request, "X-JOS-Access-Token"));
    }

    private App app(String key) {
        var app = market.app(key);
        if (app == null) {
            throw new Refusal(Refusal.PARAMETER, "no such app");
        }
        return app;
    }

    private void timely(long seconds) {
        if (Math.abs(seconds - market.clock().seconds()) > DRIFT_SECONDS) {
            throw new Refusal(Refusal.TIME, "clock differs too much");
        }
    }

    private static void signed(String expected, String given) {
        if (!Md5.same(expected, given)) {
            throw new Refusal(Refusal.SIGN, "signature differs");
        }
    }

    private Shop shop(App app, String token) {
        if (!market.limits().allows(app.key(), CALLS_PER_SECOND, market.clock().seconds())) {
            throw new Refusal(Refusal.LIMITED, "too many calls");
        }
        var shop = market.shop(app, each -> each.trust().knows(token));
        if (shop == null || shop.trust().expired()) {
            throw new Refusal(Refusal.TOKEN, "token is unknown or has ended");
        }
        return shop;
    }

    private static String header(Request request, String name) {
        return request.headers().getOrDefault(name, "");
    }
}
