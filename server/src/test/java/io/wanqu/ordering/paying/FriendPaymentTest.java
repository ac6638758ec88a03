package io.wanqu.ordering.paying;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CopyOnWriteArrayList;

import io.wanqu.testing.Api;
import io.wanqu.testing.Buyer;
import io.wanqu.testing.Buyer.Order;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.StripeBank;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A friend who pays somebody's order, and a page that waits for the money. */
@WanquTest
class FriendPaymentTest {

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Buyer buyer;
    @Autowired
    private StripeBank bank;
    @Autowired
    private Environment environment;

    private Stall stall;
    private Order order;
    private String payToken;

    @BeforeEach
    void anOrderWithAPayLink() {
        stall = market.stall(3);
        bank.connect(stall.shop());
        order = buyer.order(stall, 1, "stripe");
        payToken = api.get(order.path() + "/pay-link", null, "Order-Token", order.token()).json().path("token").asString();
    }

    @Test
    void a_friend_sees_what_it_costs_and_nothing_of_the_buyer() {
        var seen = api.get(link() + "?token=" + payToken, null);

        assertThat(seen.status()).as(seen.text()).isEqualTo(200);
        assertThat(seen.json().path("shop").asString()).isEqualTo("Mei's games");
        assertThat(seen.json().path("items").get(0).path("name").asString()).isEqualTo("Rare game");
        assertThat(seen.json().path("amount").path("minor").asLong()).isEqualTo(990);
        assertThat(seen.json().propertyNames()).containsExactlyInAnyOrder("shop", "items", "amount", "payment", "payUntil");
        assertThat(seen.text()).doesNotContain("example.com", order.token());
    }

    @Test
    void a_friend_pays_and_the_buyer_alone_reveals() {
        var started = api.post(link() + "/payment", null, "{\"method\":\"intent\"}", "Pay-Token", payToken);
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        bank.pay(started.json().path("instruction").path("paymentIntent").asString());
        buyer.awaitState(order, "delivered");

        assertThat(api.get(link() + "/payment", null, "Pay-Token", payToken).json().path("state").asString()).isEqualTo("succeeded");
        assertThat(api.post(order.path() + "/reveal", null, "{}", "Order-Token", payToken).code()).isEqualTo("ordering.no-such-order");
        assertThat(api.post(order.path() + "/reveal", null, "{}", "Pay-Token", payToken).code()).isEqualTo("ordering.no-such-order");
        assertThat(api.get(order.path(), null, "Order-Token", payToken).code()).isEqualTo("ordering.no-such-order");

        var revealed = api.post(order.path() + "/reveal", null, "{}", "Order-Token", order.token());
        assertThat(revealed.json().path("cards").size()).isEqualTo(1);
    }

    @Test
    void a_wrong_token_and_the_token_of_another_order_open_nothing() {
        var other = buyer.order(stall, 1, "stripe");

        assertThat(api.get(link() + "?token=" + payToken.replace(payToken.charAt(0), payToken.charAt(0) == 'a' ? 'b' : 'a'), null).code())
                .isEqualTo("ordering.no-such-order");
        assertThat(api.get("/api/v1/shops/" + stall.shop().slug() + "/pay-links/" + other.number() + "?token=" + payToken, null).code())
                .isEqualTo("ordering.no-such-order");
        assertThat(api.get(link() + "?token=" + order.token(), null).code()).isEqualTo("ordering.no-such-order");
        assertThat(api.post(link() + "/payment", null, "{\"method\":\"intent\"}").code()).isEqualTo("ordering.no-such-order");
    }

    @Test
    void buyer_and_friend_share_one_payment() {
        var intent = buyer.intent(order);

        var friends = api.post(link() + "/payment", null, "{\"method\":\"intent\"}", "Pay-Token", payToken);

        assertThat(friends.json().path("instruction").path("paymentIntent").asString()).isEqualTo(intent);
    }

    @Test
    void a_method_that_is_none_and_a_return_address_that_is_none_are_refused() {
        assertThat(buyer.start(order, "{\"method\":\"shells\"}").json().path("field").asString()).isEqualTo("/method");
        assertThat(buyer.start(order, "{\"method\":\"intent\",\"returnUrl\":\"javascript:alert(1)\"}").json().path("field").asString())
                .isEqualTo("/returnUrl");
        assertThat(buyer.payment(order).path("state").asString()).isEqualTo("init");
    }

    @Test
    void a_waiting_page_is_told_when_the_money_comes() throws Exception {
        var intent = buyer.intent(order);
        var told = new CopyOnWriteArrayList<String>();
        try (var client = HttpClient.newHttpClient()) {
            var stream = client.sendAsync(HttpRequest.newBuilder(URI.create("http://localhost:" + environment.getProperty("local.server.port")
                    + order.path() + "/payment/events")).header("Order-Token", order.token()).build(), BodyHandlers.ofLines());
            var reading = stream.thenAccept(answer -> answer.body().filter(line -> line.startsWith("data:")).forEach(told::add));
            await().atMost(60, SECONDS).until(() -> told.contains("data:pending"));

            bank.pay(intent);

            reading.get(60, SECONDS);
        }
        assertThat(told).containsExactly("data:pending", "data:succeeded");
    }

    private String link() {
        return "/api/v1/shops/" + stall.shop().slug() + "/pay-links/" + order.number();
    }
}
