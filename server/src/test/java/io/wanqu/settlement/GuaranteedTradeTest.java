package io.wanqu.settlement;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class GuaranteedTradeTest {

    @Autowired
    private Market market;
    @Autowired
    private Purse purse;
    @Autowired
    private Api api;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;
    private ShopId shop;

    @BeforeEach
    void aShopOfWhichTheplatformTakesFivePerCent() {
        stall = market.stall(20);
        shop = stall.shop().id();
        assertThat(terms(550).status()).isEqualTo(201);
    }

    @Test
    void money_is_frozen_then_earned_less_the_commission_then_to_be_drawn() {
        var placed = purse.buy(stall, 1);
        assertThat(purse.in(shop, "frozen")).isEqualTo(990);

        purse.passTime(stall, placed.order());
        assertThat(List.of(purse.in(shop, "frozen"), purse.in(shop, "merchant"), purse.in(shop, "commission"))).containsExactly(0L, 936L, 54L);
        assertThat(purse.settlement(stall, placed.order())).isEqualTo("released");

        purse.passTime(stall, placed.order());
        assertThat(List.of(purse.in(shop, "merchant"), purse.in(shop, "available"))).containsExactly(0L, 936L);
        assertThat(purse.settlement(stall, placed.order())).isEqualTo("available");
        purse.assertBalanced(shop);
    }

    @Test
    void an_order_keeps_the_commission_it_was_placed_with() {
        var placed = purse.buy(stall, 1);
        assertThat(terms(3000).status()).isEqualTo(201);

        purse.passTime(stall, placed.order());

        assertThat(purse.in(shop, "commission")).isEqualTo(54);
        assertThat(jdbc.sql("select commission_bp from ordering.customer_order where shop_id = ?").param(shop.value()).query(Integer.class).single())
                .isEqualTo(550);
        purse.earn(stall, 1);
        assertThat(purse.in(shop, "commission")).isEqualTo(54 + 297);
    }

    @Test
    void the_buyer_confirms_before_the_time_and_once() {
        var placed = purse.buy(stall, 1);
        var path = "/api/v1/shops/" + stall.shop().slug() + "/orders/" + placed.order() + "/confirmation";

        var wrong = api.send("PUT", path, null, null, "Order-Password", "another-pass");
        assertThat(wrong.status()).isEqualTo(404);
        assertThat(purse.in(shop, "merchant")).isZero();
        assertThat(api.send("PUT", path, null, null, "Order-Password", "secret-pass").json().path("state").asString()).isEqualTo("confirmed");
        assertThat(api.send("PUT", path, null, null, "Order-Password", "secret-pass").status()).isEqualTo(200);

        assertThat(purse.in(shop, "merchant")).isEqualTo(936);
    }

    @Test
    void a_verdict_is_for_the_platform_to_give() {
        var placed = purse.buy(stall, 1);
        var path = "/api/v1/operator/shops/" + shop + "/orders/" + placed.order() + "/verdict-for-shop";

        var own = api.send("PUT", path, api.tokenForAll(stall.shop()), null);

        assertThat(own.code()).isEqualTo("kernel.operator-only");
        assertThat(purse.in(shop, "frozen")).isEqualTo(990);
        assertThat(api.send("PUT", path, purse.operator(), null).status()).isEqualTo(200);
        assertThat(purse.in(shop, "frozen")).isZero();
    }

    @Test
    void what_goes_back_after_it_was_earned_comes_from_shop_and_platform_in_their_shares() {
        var placed = purse.buy(stall, 1);
        purse.passTime(stall, placed.order());

        purse.refund(stall, placed, 330, "broken");
        purse.awaitRefunds(stall);
        assertThat(List.of(purse.in(shop, "merchant"), purse.in(shop, "commission"))).containsExactly(624L, 36L);

        purse.passTime(stall, placed.order());
        purse.refund(stall, placed, 660, "all broken");
        purse.awaitRefunds(stall);
        assertThat(List.of(purse.in(shop, "merchant"), purse.in(shop, "available"), purse.in(shop, "commission"))).containsExactly(0L, 0L, 0L);
        purse.assertBalanced(shop);
    }

    @Test
    void confirming_and_refunding_at_the_same_moment_gives_each_unit_to_one() throws Exception {
        var orders = new ArrayList<Placed>();
        for (var n = 0; n < 12; n++) {
            orders.add(purse.buy(stall, 1));
        }
        var acts = new ArrayList<Callable<Object>>();
        orders.forEach(placed -> {
            acts.add(() -> api.send("PUT", "/api/v1/shops/" + stall.shop().slug() + "/orders/" + placed.order() + "/confirmation", null, null,
                    "Order-Password", "secret-pass"));
            acts.add(() -> {
                purse.refund(stall, placed, 990, "gone");
                return placed;
            });
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(acts)) {
                done.get();
            }
        }
        purse.awaitRefunds(stall);

        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(List.of(purse.in(shop, "frozen"), purse.in(shop, "merchant"),
                purse.in(shop, "available"), purse.in(shop, "commission"), purse.in(shop, "receivable:sandbox"))).containsOnly(0L));
        purse.assertBalanced(shop);
    }

    @Test
    void terms_that_a_rail_does_not_allow_are_refused() {
        var answer = terms(3001);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("settlement.outside-rail-limits");
        assertThat(api.post("/api/v1/operator/sale-terms", api.token(stall.shop(), Scope.MONEY_WRITE), termsJson(100)).code())
                .isEqualTo("kernel.operator-only");
        assertThat(jdbc.sql("select count(*) from settlement.sale_terms where shop_id = ?").param(shop.value()).query(Long.class).single())
                .isEqualTo(1);
    }

    private Api.Answer terms(int basisPoints) {
        return api.post("/api/v1/operator/sale-terms", purse.operator(), termsJson(basisPoints));
    }

    private String termsJson(int basisPoints) {
        return """
                {"shop":"%s","commissionBasisPoints":%d,"drawAfterHours":24,"reason":"agreed"}""".formatted(shop, basisPoints);
    }
}
