package io.wanqu.ordering.giving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;

import io.wanqu.testing.Api;
import io.wanqu.testing.Buyer;
import io.wanqu.testing.Buyer.Order;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.StripeBank;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A gift: who has the link opens it once, and who opened it alone sees the code. */
@WanquTest
class GiftTest {

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Buyer buyer;
    @Autowired
    private StripeBank bank;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;
    private Order order;

    @BeforeEach
    void anOrderThatIsAGift() {
        stall = market.stall(3);
        bank.connect(stall.shop());
        order = buyer.order(stall, 1, "stripe");
        assertThat(mark(order).status()).isEqualTo(204);
    }

    @Test
    void the_receiver_reveals_and_the_buyer_never() {
        pay();
        assertThat(buyer.look(order).path("gift").asBoolean()).isTrue();
        assertThat(reveal("Order-Token", order.token()).code()).isEqualTo("ordering.is-a-gift");

        var link = link();
        assertThat(gift("look", link).json().path("items").get(0).path("name").asString()).isEqualTo("Rare game");
        var receiver = open(link).json().path("token").asString();

        var revealed = gift("reveal", receiver);
        assertThat(revealed.status()).as(revealed.text()).isEqualTo(200);
        assertThat(revealed.json().path("cards").size()).isEqualTo(1);
        assertThat(reveal("Order-Token", order.token()).code()).isEqualTo("ordering.is-a-gift");
        assertThat(reveal("Order-Password", "night-owl").code()).isEqualTo("ordering.is-a-gift");
        assertThat(gift("reveal", link).code()).isEqualTo("ordering.gift-link-over");
        assertThat(gift("reveal", order.token()).code()).isEqualTo("ordering.gift-link-over");
    }

    @Test
    void the_link_opens_the_page_of_the_gift() {
        var told = api.post(order.path() + "/gift/link", null, "{}", "Order-Token", order.token()).json();
        var link = URI.create(told.path("link").asString());

        assertThat(link.getPath()).isEqualTo("/s/" + stall.shop().slug() + "/gift/" + order.number());
        assertThat(link.getFragment()).isEqualTo(told.path("token").asString());
        var page = api.get(link.getPath(), null);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void a_hundred_who_have_the_link_are_one_receiver() throws Exception {
        pay();
        var link = link();

        var answers = Together.run(100, n -> open(link));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).hasSize(99)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("ordering.gift-link-over"));
    }

    @Test
    void a_lost_answer_is_given_again_to_the_same_receiver() {
        var link = link();
        var key = UUID.randomUUID().toString();

        var first = api.post(path("receipt"), null, "{\"token\":\"" + link + "\"}", "Idempotency-Key", key);
        var again = api.post(path("receipt"), null, "{\"token\":\"" + link + "\"}", "Idempotency-Key", key);

        assertThat(again.text()).isEqualTo(first.text()).contains("token");
        assertThat(open(link).code()).isEqualTo("ordering.gift-link-over");
    }

    @Test
    void a_new_link_ends_the_former_and_an_opened_gift_has_no_new_link() {
        var former = link();
        var newer = link();

        assertThat(open(former).code()).isEqualTo("ordering.gift-link-over");
        assertThat(open(newer).status()).isEqualTo(200);
        assertThat(api.post(order.path() + "/gift/link", null, "{}", "Order-Token", order.token()).code()).isEqualTo("ordering.gift-opened");
    }

    @Test
    void a_link_that_is_over_opens_nothing() {
        var link = link();
        jdbc.sql("update ordering.gift set link_ends_at = now() - interval '1 second' where order_id = ?")
                .param(Long.parseLong(order.number())).update();

        assertThat(gift("look", link).code()).isEqualTo("ordering.gift-link-over");
        assertThat(open(link).code()).isEqualTo("ordering.gift-link-over");
        assertThat(open(link()).status()).isEqualTo(200);
    }

    @Test
    void before_the_money_came_the_receiver_waits() {
        var receiver = open(link()).json().path("token").asString();

        assertThat(gift("reveal", receiver).code()).isEqualTo("ordering.nothing-delivered");
        pay();
        assertThat(gift("reveal", receiver).status()).isEqualTo(200);
    }

    @Test
    void what_was_handed_over_is_no_gift_any_more() {
        var other = buyer.order(stall, 1, "stripe");
        bank.pay(buyer.intent(other));
        buyer.awaitState(other, "delivered");

        assertThat(mark(other).code()).isEqualTo("ordering.wrong-state");
        assertThat(api.post(other.path() + "/gift/link", null, "{}", "Order-Token", other.token()).code()).isEqualTo("ordering.no-gift");
        assertThat(api.post(other.path() + "/reveal", null, "{}", "Order-Token", other.token()).status()).isEqualTo(200);
    }

    @Test
    void without_the_orders_secret_nobody_makes_it_a_gift_or_gets_its_link() {
        assertThat(api.send("PUT", order.path() + "/gift", null, null).code()).isEqualTo("ordering.no-such-order");
        assertThat(api.post(order.path() + "/gift/link", null, "{}").code()).isEqualTo("ordering.no-such-order");
    }

    @Test
    void no_secret_of_a_gift_lies_in_the_database() {
        var link = link();
        var receiver = open(link).json().path("token").asString();

        assertThat(jdbc.sql("select gift::text from ordering.gift as gift where order_id = ?").param(Long.parseLong(order.number()))
                .query(String.class).single()).doesNotContain(link, receiver);
    }

    private void pay() {
        bank.pay(buyer.intent(order));
        buyer.awaitState(order, "delivered");
    }

    private Api.Answer mark(Order which) {
        return api.send("PUT", which.path() + "/gift", null, null, "Order-Token", which.token());
    }

    private Api.Answer reveal(String header, String secret) {
        return api.post(order.path() + "/reveal", null, "{}", header, secret);
    }

    private String link() {
        var answer = api.post(order.path() + "/gift/link", null, "{}", "Order-Token", order.token());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("token").asString();
    }

    private Api.Answer open(String token) {
        return gift("receipt", token);
    }

    private Api.Answer gift(String what, String token) {
        return api.post(path(what), null, "{\"token\":\"" + token + "\"}");
    }

    private String path(String what) {
        return "/api/v1/shops/" + stall.shop().slug() + "/gifts/" + order.number() + "/" + what;
    }
}
