package io.wanqu.simulators.pinduoduo;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Door;
import io.wanqu.simulators.Faults.Fault;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Md5;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Trust;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The single door for sellers' software: checks a call, then lets one interface answer. */
final class Router {

    private static final long DRIFT_SECONDS = 600;
    private static final int CALLS_PER_SECOND = 100;

    private final Market market;
    private final Map<String, Interface> interfaces = new HashMap<>();
    private final Map<String, String> roots = new HashMap<>();
    private final Door door;

    Router(Market market) {
        this.market = market;
        this.door = new Door(market.faults(), fault -> error(fault.code(), "as ordered", fault));
    }

    void offer(String type, String root, Interface api) {
        interfaces.put(type, api);
        roots.put(type, root);
    }

    Answer serve(Request request) {
        if (!request.path().equals("/api/router")) {
            return Answer.status(404, "nothing here");
        }
        var form = request.form();
        return door.pass(form.getOrDefault("type", ""), () -> answered(form));
    }

    private Answer answered(Map<String, String> form) {
        try {
            var app = signedBy(form);
            var type = form.getOrDefault("type", "");
            return switch (type) {
                case "pdd.pop.auth.token.create" -> root("pop_auth_token_create_response", first(app, form));
                case "pdd.pop.auth.token.refresh" -> root("pop_auth_token_refresh_response", next(app, form));
                default -> root(roots.getOrDefault(type, ""), known(type).answer(shop(app, form), form));
            };
        } catch (Refusal refusal) {
            return error(refusal.code(), refusal.sentence(), null);
        }
    }

    private Interface known(String type) {
        var api = interfaces.get(type);
        if (api == null) {
            throw new Refusal(Refusal.NO_SUCH_TYPE, "no right to this type");
        }
        return api;
    }

    private App signedBy(Map<String, String> form) {
        var app = market.app(form.getOrDefault("client_id", ""));
        if (app == null) {
            throw new Refusal(Refusal.PARAMETER, "no such client");
        }
        var timestamp = form.getOrDefault("timestamp", "");
        if (!timestamp.matches("\\d{1,12}")
            || Math.abs(Long.parseLong(timestamp) - market.clock().seconds()) > DRIFT_SECONDS) {
            throw new Refusal(Refusal.TIME, "clock differs too much");
        }
        if (!Md5.same(Md5.ofParameters(app.secret(), form), form.getOrDefault("sign", ""))) {
            throw new Refusal(Refusal.SIGN, "signature differs");
        }
        if (!market.limits().allows(app.key(), CALLS_PER_SECOND, market.clock().seconds())) {
            throw new Refusal(Refusal.LIMITED, "too many calls");
        }
        return app;
    }

    private Shop shop(App app, Map<String, String> form) {
        var shop = market.shop(app, each -> each.trust().knows(form.getOrDefault("access_token", "")));
        if (shop == null || shop.trust().expired()) {
            throw new Refusal(Refusal.TOKEN, "access_token is unknown or has ended");
        }
        return shop;
    }

    private ObjectNode first(App app, Map<String, String> form) {
        var shop = market.shop(app, each -> each.trust().code().equals(form.getOrDefault("code", "")));
        if (shop == null) {
            throw new Refusal(Refusal.GRANT, "code is unknown");
        }
        return granted(shop, shop.trust().grant());
    }

    private ObjectNode next(App app, Map<String, String> form) {
        var offered = form.getOrDefault("refresh_token", "");
        var shop = market.shop(app, each -> each.trust().renewableBy(offered));
        var renewed = shop == null ? Optional.<Trust.Grant>empty() : shop.trust().renew(offered);
        if (shop == null || renewed.isEmpty()) {
            throw new Refusal(Refusal.GRANT, "refresh_token is not valid");
        }
        return granted(shop, renewed.get());
    }

    private ObjectNode granted(Shop shop, Trust.Grant grant) {
        return Json.object()
            .put("access_token", grant.access())
            .put("refresh_token", grant.refresh())
            .put("expires_in", grant.expiresIn())
            .put("refresh_token_expires_in", grant.refreshExpiresAt() - market.clock().seconds())
            .put("owner_id", String.valueOf(shop.id()))
            .put("owner_name", "mall " + shop.id());
    }

    private static Answer root(String name, ObjectNode result) {
        return Answer.json(Json.object().set(name, result));
    }

    private static Answer error(int code, String sentence, @Nullable Fault fault) {
        var answer = Json.object();
        answer.putObject("error_response")
            .put("error_code", code)
            .put("error_msg", sentence)
            .put("sub_code", fault == null ? "" : fault.subCode())
            .put("sub_msg", sentence)
            .put("request_id", "simulated");
        return Answer.json(answer);
    }

    /** One interface of the platform; a refusal is thrown. */
    interface Interface {
        ObjectNode answer(Shop shop, Map<String, String> parameters);
    }
}
