package io.wanqu.simulators.jd;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Trust.Grant;
import java.util.Map;
import java.util.Optional;

/** Where tokens are granted and renewed. */
final class Grants {

    private final Market market;

    Grants(Market market) {
        this.market = market;
    }

    Answer serve(Request request) {
        var form = request.form();
        var app = market.app(form.getOrDefault("app_key", ""));
        if (app == null || !app.secret().equals(form.get("app_secret"))) {
            return no("402", "no such app");
        }
        return switch (request.path()) {
            case "/oauth2/access_token" -> granted(first(app, form));
            case "/oauth2/refresh_token" -> granted(next(app, form));
            default -> no("404", "no such address");
        };
    }

    private Optional<Grant> first(App app, Map<String, String> form) {
        return Optional.ofNullable(market.shop(app, shop -> shop.trust().code().equals(form.get("code"))))
            .map(shop -> shop.trust().grant());
    }

    private Optional<Grant> next(App app, Map<String, String> form) {
        var offered = form.getOrDefault("refresh_token", "");
        Optional<Shop> shop = Optional.ofNullable(market.shop(app, each -> each.trust().renewableBy(offered)));
        return shop.flatMap(each -> each.trust().renew(offered));
    }

    private static Answer granted(Optional<Grant> grant) {
        return grant.map(each -> Answer.json(Json.object()
            .put("access_token", each.access())
            .put("refresh_token", each.refresh())
            .put("expires_in", each.expiresIn())
            .put("token_type", "bearer")
            .put("scope", "snsapi_base"))).orElseGet(() -> no("400", "code or token is not valid"));
    }

    private static Answer no(String code, String sentence) {
        return Answer.json(Json.object().put("code", code).put("msg", sentence).put("requestId", "simulated"));
    }
}
