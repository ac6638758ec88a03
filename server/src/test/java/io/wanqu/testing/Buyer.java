package io.wanqu.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;

import io.wanqu.testing.Market.Stall;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

/** A buyer who orders and pays over HTTP. */
@Component
public class Buyer {

    private final Api api;

    Buyer(Api api) {
        this.api = api;
    }

    public Order order(Stall stall, int quantity, String rail) {
        var answer = api.post("/api/v1/shops/" + stall.shop().slug() + "/orders", null, """
                {"lines":[{"sku":"%s","quantity":%d}],"contact":"lin-%s@example.com","password":"night-owl","rail":"%s"}"""
                .formatted(stall.sku(), quantity, UUID.randomUUID(), rail), "X-Forwarded-For", "203.0.113.9");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return new Order(stall, answer.json().path("number").asString(), answer.json().path("token").asString());
    }

    public Api.Answer start(Order order, String json) {
        return api.post(order.path() + "/payment", null, json, "Order-Token", order.token);
    }

    /** Starts a payment with Stripe; the answer is the number of its intent. */
    public String intent(Order order) {
        var started = start(order, "{\"method\":\"intent\",\"rail\":\"stripe\"}");
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        return started.json().path("instruction").path("paymentIntent").asString();
    }

    public JsonNode look(Order order) {
        return api.get(order.path(), null, "Order-Token", order.token).json();
    }

    public JsonNode payment(Order order) {
        return api.get(order.path() + "/payment", null, "Order-Token", order.token).json();
    }

    public void awaitState(Order order, String state) {
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(look(order).path("state").asString()).isEqualTo(state));
    }

    public void awaitPayment(Order order, String state) {
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(payment(order).path("state").asString()).isEqualTo(state));
    }

    public record Order(Stall stall, String number, String token) {

        public String path() {
            return "/api/v1/shops/" + stall.shop().slug() + "/orders/" + number;
        }
    }
}
