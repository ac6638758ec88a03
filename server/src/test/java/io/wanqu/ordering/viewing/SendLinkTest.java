package io.wanqu.ordering.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.People;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The link of an order goes to its own contact, to nobody else, and not too often. */
@WanquTest
class SendLinkTest {

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private People people;

    private Stall stall;

    @BeforeEach
    void aShop() {
        stall = market.stall(3);
    }

    @Test
    void the_contact_of_the_order_is_sent_its_link() {
        var mail = People.freshMail();
        var order = order(mail);

        assertThat(send(order, order.token).status()).isEqualTo(202);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(people.messages(mail)).hasSize(1));
        assertThat(people.messages(mail).getFirst()).contains("/s/" + stall.shop().slug() + "/o/" + order.number + "#" + order.token);
    }

    @Test
    void three_times_an_hour_and_no_oftener() {
        var mail = People.freshMail();
        var order = order(mail);
        for (var n = 0; n < 3; n++) {
            assertThat(send(order, order.token).status()).isEqualTo(202);
        }

        assertThat(send(order, order.token).status()).isEqualTo(429);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(people.messages(mail)).hasSize(3));
    }

    @Test
    void nobody_without_the_link_or_the_password_has_it_sent() {
        var mail = People.freshMail();
        var order = order(mail);

        assertThat(send(order, "0".repeat(64)).code()).isEqualTo("ordering.no-such-order");

        assertThat(people.messages(mail)).isEmpty();
    }

    @Test
    void a_contact_that_is_no_address_is_written_nothing() {
        var order = order("the tall one");

        assertThat(send(order, order.token).code()).isEqualTo("ordering.no-address");
    }

    @Test
    void a_buyer_is_told_how_he_may_pay() {
        var rails = api.get("/api/v1/shops/" + stall.shop().slug() + "/rails", null).json().path("rails");

        var names = rails.valueStream().map(rail -> rail.path("name").asString()).toList();
        assertThat(names).contains("sandbox");
        assertThat(rails.valueStream().filter(rail -> rail.path("name").asString().equals("sandbox")).findFirst().orElseThrow()
                .path("methods").valueStream().map(it -> it.asString()).toList()).isEqualTo(List.of("sandbox"));
        assertThat(api.get("/api/v1/shops/nobody-is-here/rails", null).code()).isEqualTo("shop.unknown");
    }

    private Api.Answer send(Order order, String token) {
        return api.post("/api/v1/shops/" + stall.shop().slug() + "/orders/" + order.number + "/link-mail", null, "{}", "Order-Token", token);
    }

    private Order order(String contact) {
        var answer = api.post("/api/v1/shops/" + stall.shop().slug() + "/orders", null, """
                {"lines":[{"sku":"%s","quantity":1}],"contact":"%s","rail":"sandbox"}""".formatted(stall.sku(), contact));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return new Order(answer.json().path("number").asString(), answer.json().path("token").asString());
    }

    private record Order(String number, String token) {
    }
}
