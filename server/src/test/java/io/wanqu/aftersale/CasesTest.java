package io.wanqu.aftersale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class CasesTest {

    @Autowired
    private Market market;
    @Autowired
    private Purse purse;
    @Autowired
    private Counter counter;
    @Autowired
    private Api api;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;
    private ShopId shop;
    private Placed placed;

    @BeforeEach
    void aDeliveredOrder() {
        stall = market.stall(6);
        shop = stall.shop().id();
        placed = purse.buy(stall, 2);
    }

    @AfterEach
    void moneyInIsMoneyOutAndHeld() {
        purse.awaitRefunds(stall);
        counter.assertClean(stall);
    }

    @Test
    void while_a_case_is_open_the_money_is_not_released() {
        counter.open(stall, placed, "refund", "");

        assertThat(counter.state(stall, placed)).isEqualTo("disputed");
        var confirmed = api.send("PUT", Counter.path(stall, placed).replace("/cases", "/confirmation"), null, null, Counter.BUYER);
        assertThat(confirmed.code()).isEqualTo("ordering.wrong-state");
        assertThat(List.of(purse.in(shop, "frozen"), purse.in(shop, "merchant"))).containsExactly(1980L, 0L);
        assertThat(counter.complain(stall, placed, "refund", "").code()).isEqualTo("aftersale.case-open");
    }

    @Test
    void without_an_answer_of_the_shop_the_buyer_is_right() {
        var id = counter.open(stall, placed, "refund", "");

        counter.runOut(stall, id);

        assertThat(counter.outcome(stall, id)).isEqualTo("refunded");
        counter.awaitState(stall, placed, "refunded");
        assertThat(List.of(purse.in(shop, "frozen"), purse.in(shop, "receivable:sandbox"))).containsExactly(0L, 0L);
    }

    @Test
    void a_refusal_that_nobody_contests_stands() {
        var id = counter.open(stall, placed, "refund", "");
        assertThat(counter.shop(stall, id, "refusal", "{\"text\":\"it works here\"}").json().path("state").asString()).isEqualTo("refused");

        counter.runOut(stall, id);

        assertThat(counter.outcome(stall, id)).isEqualTo("for_shop");
        assertThat(counter.state(stall, placed)).isEqualTo("confirmed");
        assertThat(purse.in(shop, "merchant")).isEqualTo(1980);
    }

    @Test
    void a_verdict_splits_the_money() {
        var id = counter.open(stall, placed, "refund", "");
        counter.shop(stall, id, "refusal", "{\"text\":\"it works here\"}");
        assertThat(counter.buyer(stall, placed, id, "escalation").json().path("state").asString()).isEqualTo("escalated");
        assertThat(counter.shop(stall, id, "agreement", "{}").code()).isEqualTo("aftersale.not-now");
        assertThat(counter.operator(stall, id, "verdict", "{\"of\":\"split\",\"amountMinor\":5000,\"reason\":\"both\"}").code())
                .isEqualTo("aftersale.amount-too-large");

        var verdict = counter.operator(stall, id, "verdict", "{\"of\":\"split\",\"amountMinor\":500,\"reason\":\"both are right\"}");

        assertThat(verdict.status()).as(verdict.text()).isEqualTo(200);
        purse.awaitRefunds(stall);
        assertThat(List.of(purse.in(shop, "frozen"), purse.in(shop, "receivable:sandbox"))).containsExactly(1480L, -1480L);
        assertThat(counter.state(stall, placed)).isEqualTo("delivered");
    }

    @Test
    void an_escalated_case_without_a_verdict_is_decided_for_the_buyer() {
        var id = counter.open(stall, placed, "partial", ",\"amountMinor\":300");
        counter.shop(stall, id, "refusal", "{\"text\":\"it works here\"}");
        counter.buyer(stall, placed, id, "escalation");

        counter.runOut(stall, id);

        purse.awaitRefunds(stall);
        assertThat(purse.in(shop, "receivable:sandbox")).isEqualTo(-1680);
    }

    @Test
    void a_bad_card_is_exchanged_and_never_goes_out_again() {
        var id = counter.open(stall, placed, "exchange", ",\"units\":[2]");

        var agreed = counter.shop(stall, id, "agreement", "{}");

        assertThat(agreed.json().path("outcome").asString()).as(agreed.text()).isEqualTo("exchanged");
        assertThat(counter.state(stall, placed)).isEqualTo("replaced");
        assertThat(pool()).containsExactly(3L, 2L, 1L);
        assertThat(jdbc.sql("select count(*) from vault.card where shop_id = ? and state = 'void'").param(shop.value()).query(Long.class).single())
                .isEqualTo(1);
        var codes = api.post(Counter.path(stall, placed).replace("/cases", "/reveal"), null, "", Counter.BUYER).json().path("cards");
        assertThat(List.of(codes.size(), codes.get(1).path("unit").asInt())).containsExactly(2, 3);
        purse.passTime(stall, placed.order());
        assertThat(purse.in(shop, "merchant")).isEqualTo(1980);
    }

    @Test
    void an_exchange_without_stock_waits_and_becomes_a_refund() {
        var rest = purse.buy(stall, 4);
        var id = counter.open(stall, placed, "exchange", ",\"units\":[1]");

        assertThat(counter.shop(stall, id, "agreement", "{}").json().path("state").asString()).isEqualTo("agreed");
        assertThat(pool()).containsExactly(0L, 6L, 0L);
        counter.runOut(stall, id);

        assertThat(counter.outcome(stall, id)).isEqualTo("refunded");
        purse.awaitRefunds(stall);
        assertThat(purse.in(shop, "receivable:sandbox")).isEqualTo(-1980 - 3960 + 990);
        assertThat(counter.state(stall, rest)).isEqualTo("delivered");
    }

    @Test
    void of_a_hundred_who_decide_at_once_one_is_right() throws Exception {
        var id = counter.open(stall, placed, "exchange", ",\"units\":[1]");

        var answers = Together.run(100, n -> n % 2 == 0 ? counter.shop(stall, id, "agreement", "{}")
                : counter.operator(stall, id, "verdict", "{\"of\":\"buyer\",\"reason\":\"clear\"}"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.code().equals("aftersale.not-now")).hasSize(99);
        assertThat(pool()).containsExactly(3L, 2L, 1L);
        assertThat(purse.in(shop, "frozen")).isEqualTo(1980);
    }

    @Test
    void after_the_confirmation_the_shop_gives_a_part_back() {
        purse.passTime(stall, placed.order());
        var id = counter.open(stall, placed, "partial", ",\"amountMinor\":600");
        assertThat(counter.state(stall, placed)).isEqualTo("disputed");

        counter.shop(stall, id, "agreement", "{\"amountMinor\":400}");

        purse.awaitRefunds(stall);
        assertThat(counter.state(stall, placed)).isEqualTo("confirmed");
        assertThat(List.of(purse.in(shop, "merchant"), purse.in(shop, "receivable:sandbox"))).containsExactly(1580L, -1580L);
    }

    @Test
    void the_warranty_counts_from_the_delivery() {
        var set = api.send("PUT", "/api/v1/warranties/pool/" + stall.pool(), api.tokenForAll(stall.shop()), "{\"hours\":24}");
        assertThat(set.status()).as(set.text()).isEqualTo(200);
        jdbc.sql("update vault.delivery set at = now() - interval '25 hours' where shop_id = ?").param(shop.value()).update();

        assertThat(counter.complain(stall, placed, "refund", "").code()).isEqualTo("aftersale.warranty-over");

        assertThat(counter.state(stall, placed)).isEqualTo("delivered");
        assertThat(jdbc.sql("select count(*) from aftersale.buyer_case where shop_id = ?").param(shop.value()).query(Long.class).single()).isZero();
    }

    @Test
    void uses_of_a_looped_code_that_were_opened_are_left_out_and_that_is_explained() {
        jdbc.sql("update vault.delivery set single = false, opened_at = case when unit = 1 then now() end where shop_id = ?").param(shop.value()).update();
        assertThat(counter.complain(stall, placed, "exchange", "").code()).isEqualTo("aftersale.not-exchangeable");

        var opened = counter.complain(stall, placed, "refund", "").json();

        assertThat(opened.path("asked").path("minor").asLong()).isEqualTo(990);
        assertThat(opened.path("excluded").asString()).startsWith("unit 1: a code of several uses, opened at ");
        counter.buyer(stall, placed, opened.path("id").asString(), "withdrawal");
        assertThat(counter.state(stall, placed)).isEqualTo("delivered");
        jdbc.sql("update vault.delivery set opened_at = now() where shop_id = ?").param(shop.value()).update();
        assertThat(counter.complain(stall, placed, "refund", "").code()).isEqualTo("aftersale.nothing-to-claim");
    }

    @Test
    void nobody_without_the_orders_secret_complains_and_no_shop_sees_another_ones_case() {
        var id = counter.open(stall, placed, "refund", "");
        var other = market.stall(1);

        assertThat(api.post(Counter.path(stall, placed), null, "{\"kind\":\"refund\",\"line\":1,\"text\":\"mine\"}").status()).isEqualTo(404);
        assertThat(counter.shop(other, id, "agreement", "{}").code()).isEqualTo("aftersale.unknown-case");
        assertThat(api.send("PUT", "/api/v1/operator/shops/" + shop + "/cases/" + id + "/verdict", api.tokenForAll(stall.shop()),
                "{\"of\":\"shop\",\"reason\":\"mine\"}").code()).isEqualTo("kernel.operator-only");
        assertThat(counter.outcome(stall, id)).isEqualTo("opened");
    }

    private List<Long> pool() {
        return jdbc.sql("select array[available, sold, void] as counts from inventory.pool where shop_id = ? and pool_id = ?")
                .params(shop.value(), stall.pool().value())
                .query((row, n) -> List.of((Long[]) row.getArray("counts").getArray())).single();
    }
}
