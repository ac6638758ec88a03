package io.wanqu.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.Market.Stall;

import org.springframework.stereotype.Component;

/** Opens own channels and sells at a till, over HTTP. */
@Component
class Counter {

    private final Api api;

    Counter(Api api) {
        this.api = api;
    }

    Opened open(Shop shop, String kind, String... origins) {
        var list = origins.length == 0 ? "" : "\"" + String.join("\",\"", origins) + "\"";
        var answer = api.post("/api/v1/own-channels", api.tokenForAll(shop),
                "{\"kind\":\"%s\",\"name\":\"Corner\",\"origins\":[%s]}".formatted(kind, list));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return new Opened(answer.json().path("id").asString(), answer.json().path("key").asString());
    }

    Answer sell(Stall stall, Opened till, String serial, int quantity, long total, String payment) {
        return api.post("/api/v1/till-sales", api.tokenForAll(stall.shop()), """
                {"till":"%s","serial":"%s","lines":[{"sku":"%s","quantity":%d}],"payment":"%s","totalMinor":%d}"""
                .formatted(till.id, serial, stall.sku(), quantity, payment, total));
    }

    /** Sells one for cash; the answer is the path of its order and the token of its link. */
    Sold sold(Stall stall, Opened till) {
        var answer = sell(stall, till, UUID.randomUUID().toString(), 1, 990, "cash");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var link = answer.json().path("pickUp").path("link").asString();
        return new Sold(stall, answer.json().path("order").asString(), link.substring(link.indexOf('#') + 1));
    }

    /** What the buyer reads after he scanned the picture. */
    String code(Sold sold) {
        var answer = api.post("/api/v1/shops/" + sold.stall.shop().slug() + "/orders/" + sold.order + "/reveal", null, "{}", "Order-Token",
                sold.token);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("cards").get(0).path("code").asString();
    }

    Answer redeem(Stall stall, Opened till, String serial, String code, int uses) {
        return api.post("/api/v1/redemptions", api.tokenForAll(stall.shop()),
                "{\"till\":\"%s\",\"serial\":\"%s\",\"code\":\"%s\",\"uses\":%d}".formatted(till.id, serial, code, uses));
    }

    record Opened(String id, String key) {
    }

    record Sold(Stall stall, String order, String token) {
    }
}
