package io.wanqu.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.payment.SettlesPayments.Settlement;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An order that the rules hold is paid like any other, and waits for a person or for its deadline. */
@WanquTest
class ReviewTest {

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Till till;
    @Autowired
    private Purse purse;

    private Stall stall;
    private String token;

    @BeforeEach
    void aShopThatHoldsEverything() {
        stall = market.stall(10);
        token = api.tokenForAll(stall.shop());
        hold("release", 0);
    }

    @Test
    void a_held_order_is_placed_and_paid_and_nothing_is_handed_over() {
        var placed = held();

        assertThat(till.state(stall, placed)).isEqualTo("review");
        till.assertPool(stall, 9, 1, 0);
        var queue = api.get("/api/v1/risk/reviews", token).json();
        assertThat(queue).hasSize(1);
        assertThat(queue.at("/0/order").asString()).isEqualTo(placed.order().text());
        assertThat(queue.at("/0/then").asString()).isEqualTo("release");
        assertThat(api.get("/api/v1/operator/risk/reviews", purse.operator()).text()).contains(placed.order().text());
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void released_by_a_person_it_is_handed_over_at_once() {
        var placed = held();

        var released = decide(placed, "release", token);

        assertThat(released.status()).as(released.text()).isEqualTo(200);
        assertThat(till.state(stall, placed)).isEqualTo("delivered");
        till.assertPool(stall, 9, 0, 1);
        assertThat(api.get("/api/v1/trail?action=order.released", token).json().at("/items/0/after").asString()).contains("looks fine");
        assertThat(decide(placed, "refusal", token).code()).isEqualTo("ordering.wrong-state");
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void refused_by_a_person_its_stock_is_free_and_its_money_goes_back() {
        var placed = held();

        assertThat(decide(placed, "refusal", token).status()).isEqualTo(200);

        till.awaitState(stall, placed.order(), "refunded");
        till.assertPool(stall, 10, 0, 0);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void without_a_persons_word_it_is_released_when_its_time_is_over() {
        var placed = held();

        till.runOut(stall, List.of(placed), "delivered");

        till.assertPool(stall, 9, 0, 1);
    }

    @Test
    void or_its_money_goes_back_where_the_rules_say_so() {
        hold("refund", 1);
        var placed = held();

        till.runOut(stall, List.of(placed), "refunded");

        till.assertPool(stall, 10, 0, 0);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void of_many_who_decide_at_once_one_is_right() throws Exception {
        var placed = held();

        var codes = Together.run(40, n -> decide(placed, n % 2 == 0 ? "release" : "refusal", token).status());

        assertThat(codes).filteredOn(code -> code == 200).hasSize(1);
        assertThat(codes).filteredOn(code -> code == 409).hasSize(39);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void a_refund_by_staff_waits_for_the_decision_and_strangers_decide_nothing() {
        var placed = held();

        assertThat(api.post("/api/v1/orders/" + placed.order() + "/refunds", token, "{\"reason\":\"by hand\"}").code()).isEqualTo("ordering.wrong-state");
        assertThat(decide(placed, "release", api.tokenWithout(stall.shop(), Scope.ORDERS_WRITE)).code()).isEqualTo("kernel.missing-scope");
        assertThat(decide(placed, "release", api.tokenForAll(market.stall(1).shop())).code()).isEqualTo("ordering.no-such-order");
        assertThat(till.state(stall, placed)).isEqualTo("review");
    }

    private Placed held() {
        var placed = till.place(stall.order(1));
        assertThat(till.pay(stall, placed)).isEqualTo(Settlement.SETTLED);
        return placed;
    }

    private Api.Answer decide(Placed placed, String how, String by) {
        return api.send("PUT", "/api/v1/risk/reviews/" + placed.order() + "/" + how, by, "{\"reason\":\"looks fine\"}");
    }

    private void hold(String then, int version) {
        var written = api.send("PUT", "/api/v1/risk/profiles/usual", token, """
                {"version":%d,"set":{"rules":[{"name":"all","when":[{"fact":"order.quantity","is":">","value":0}],"outcome":"hold"}],
                 "review":{"hours":2,"then":"%s"}}}""".formatted(version, then));
        assertThat(written.status()).as(written.text()).isEqualTo(200);
    }
}
