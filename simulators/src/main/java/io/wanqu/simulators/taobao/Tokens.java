package io.wanqu.simulators.taobao;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Trust;
import tools.jackson.databind.node.ObjectNode;

/** Giving tokens; only applications that sellers subscribe to may renew them. */
final class Tokens {

    static final String SUBSCRIPTION = "subscription";

    private final Market market;

    Tokens(Market market) {
        this.market = market;
    }

    void offer(Gateway gateway) {
        gateway.offer("taobao.top.auth.token.create", this::create);
        gateway.offer("taobao.top.auth.token.refresh", this::refresh);
    }

    private ObjectNode create(Call call) {
        var code = call.required("code");
        var shop = market.shop(call.app(), each -> each.trust().code().equals(code));
        if (shop == null) {
            throw Refusal.business("isv.invalid-code", "the code is unknown");
        }
        return granted(shop, shop.trust().grant());
    }

    private ObjectNode refresh(Call call) {
        var offered = call.required("refresh_token");
        if (call.app().extra(SUBSCRIPTION).equals("false")) {
            throw Refusal.business("isv.refresh-token-not-allowed", "works only for subscription apps");
        }
        var shop = market.shop(call.app(), each -> each.trust().renewableBy(offered));
        var renewed = shop == null ? null : shop.trust().renew(offered).orElse(null);
        if (shop == null || renewed == null) {
            throw Refusal.business("isv.invalid-refresh-token", "the refresh token is not valid");
        }
        return granted(shop, renewed);
    }

    /** The tokens travel as a text within the answer. */
    private ObjectNode granted(Shop shop, Trust.Grant grant) {
        var result = Json.object()
            .put("access_token", grant.access())
            .put("token_type", "Bearer")
            .put("expires_in", grant.expiresIn())
            .put("expire_time", grant.expiresAt() * 1000)
            .put("refresh_token", grant.refresh())
            .put("re_expires_in", grant.refreshExpiresAt() - market.clock().seconds())
            .put("refresh_token_valid_time", grant.refreshExpiresAt() * 1000)
            .put("taobao_user_id", String.valueOf(shop.id()))
            .put("taobao_user_nick", "shop " + shop.id());
        return Json.object().put("token_result", result.toString());
    }
}
