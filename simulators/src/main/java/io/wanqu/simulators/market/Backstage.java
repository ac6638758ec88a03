package io.wanqu.simulators.market;

import io.wanqu.simulators.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The controls over applications, shops and what they offer. */
final class Backstage {

    private final Market market;
    private final Protocol protocol;

    Backstage(Market market, Protocol protocol) {
        this.market = market;
        this.protocol = protocol;
    }

    App register(JsonNode body) {
        var extra = new HashMap<>(protocol.extras());
        body.path("extra").properties().forEach(each -> extra.put(each.getKey(), each.getValue().asString("")));
        return market.register(body.path("appKey").asString(""), body.path("appSecret").asString(""), extra);
    }

    JsonNode shop(JsonNode body) {
        var shop = market.open(appOf(body));
        var grant = shop.trust().grant();
        return Json.object()
            .put("shopId", String.valueOf(shop.id()))
            .put("code", shop.trust().code())
            .put("accessToken", grant.access())
            .put("refreshToken", grant.refresh())
            .put("accessEndsAt", grant.expiresAt());
    }

    JsonNode product(JsonNode body) {
        var text = Listing.Text.titled(body.path("title").asString("a product"));
        var listing = market.list(shopOf(body), text, Listing.Status.ON_SHELF);
        var answer = Json.object().put("productId", String.valueOf(listing.id()));
        for (var each : body.path("skus")) {
            var sku = market.offer(listing, each.path("code").asString(""), each.path("priceFen").asLong(100),
                each.path("stock").asLong(0));
            answer.withArray("skus").addObject().put("skuId", String.valueOf(sku.id())).put("code", sku.code());
        }
        return answer;
    }

    JsonNode decide(JsonNode body) {
        var reasons = new ArrayList<String>();
        body.path("reasons").forEach(reason -> reasons.add(reason.asString("")));
        var status = Listing.Status.valueOf(body.path("status").asString("ON_SHELF").toUpperCase(Locale.ROOT));
        var listing = market.listing(body.path("productId").asLong(0));
        listing.move(status, reasons, market.clock().seconds());
        return Sights.listing(listing);
    }

    JsonNode review(JsonNode body) {
        var listings = shopOf(body).listings();
        if (body.has("byHand")) {
            listings.review(body.path("byHand").asBoolean(false));
        }
        if (body.has("rejectNext")) {
            listings.rejectNext(body.path("rejectNext").asString(""));
        }
        return Json.object();
    }

    JsonNode expire(JsonNode body) {
        shopOf(body).trust().expire(body.path("alsoRefresh").asBoolean(false));
        return Json.object();
    }

    App appOf(JsonNode body) {
        var app = market.app(body.path("appKey").asString(""));
        if (app == null) {
            throw new IllegalArgumentException("no app " + body.path("appKey").asString(""));
        }
        return app;
    }

    private Shop shopOf(JsonNode body) {
        return market.shop(body.path("shopId").asLong(0));
    }
}
