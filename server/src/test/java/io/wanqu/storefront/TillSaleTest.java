package io.wanqu.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.inventory.sharing.PoolQueries;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.audit.Audit;
import io.wanqu.storefront.Counter.Opened;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Selling over the counter: from the same stock, at once, and once per serial number. */
@WanquTest
class TillSaleTest {

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Counter counter;
    @Autowired
    private PoolQueries pools;
    @Autowired
    private Audit audit;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;
    private Opened till;

    @BeforeEach
    void aTillWithThreeKeysBehindIt() {
        stall = market.stall(3);
        till = counter.open(stall.shop(), "TILL");
    }

    @Test
    void a_sale_for_cash_is_delivered_at_once_and_the_buyer_reads_his_code_by_the_picture() {
        var answer = counter.sell(stall, till, "1", 1, 990, "cash");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("paid").asBoolean()).isTrue();
        assertThat(answer.json().path("pickUp").path("svg").asString()).contains("role=\"img\"", "<title>QR ");
        var link = answer.json().path("pickUp").path("link").asString();
        var sold = new Counter.Sold(stall, answer.json().path("order").asString(), link.substring(link.indexOf('#') + 1));
        assertThat(counter.code(sold)).isNotEmpty();
        assertStock(2, 1);
    }

    @Test
    void a_hundred_repeats_of_a_serial_number_are_one_sale() throws Exception {
        var answers = Together.run(100, n -> counter.sell(stall, till, "7", 1, 990, "cash"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(201));
        assertThat(answers.stream().map(answer -> answer.json().path("order").asString()).distinct()).hasSize(1);
        assertStock(2, 1);
    }

    @Test
    void a_serial_number_is_not_used_for_other_goods() {
        assertThat(counter.sell(stall, till, "7", 1, 990, "cash").status()).isEqualTo(201);

        assertThat(counter.sell(stall, till, "7", 2, 1980, "cash").code()).isEqualTo("storefront.serial-reused");
        assertStock(2, 1);
    }

    @Test
    void what_is_not_there_is_not_sold_however_many_ask() throws Exception {
        var answers = Together.run(50, n -> counter.sell(stall, till, "s" + n, 1, 990, "cash"));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(3);
        assertThat(answers.stream().filter(answer -> answer.status() != 201)).allSatisfy(answer ->
                assertThat(answer.code()).isEqualTo("storefront.sold-out"));
        assertStock(0, 3);
        assertThat(audit.of(stall.shop().id()).findings()).allSatisfy(finding -> assertThat(finding.violations()).isEmpty());
    }

    @Test
    void a_price_that_the_till_did_not_show_is_refused() {
        assertThat(counter.sell(stall, till, "1", 1, 1, "cash").code()).isEqualTo("ordering.price-changed");
        assertStock(3, 0);
    }

    @Test
    void a_sale_by_rail_waits_for_the_buyers_money() {
        var answer = counter.sell(stall, till, "1", 1, 990, "sandbox");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("paid").asBoolean()).isFalse();
        assertThat(jdbc.sql("select state from ordering.customer_order where shop_id = ? and channel_id = ?")
                .params(stall.shop().id().value(), Long.parseLong(till.id())).query(String.class).list()).containsExactly("placed");
    }

    @Test
    void only_staff_who_may_reveal_sell_and_only_at_a_till() {
        var body = """
                {"till":"%s","serial":"1","lines":[{"sku":"%s","quantity":1}],"payment":"cash","totalMinor":990}""";
        var here = body.formatted(till.id(), stall.sku());

        assertThat(api.post("/api/v1/till-sales", null, here).status()).isEqualTo(401);
        assertThat(api.post("/api/v1/till-sales", api.tokenWithout(stall.shop(), Scope.ORDERS_WRITE), here).status()).isEqualTo(403);
        assertThat(api.post("/api/v1/till-sales", api.tokenWithout(stall.shop(), Scope.CARDS_REVEAL), here).status()).isEqualTo(403);
        assertThat(api.post("/api/v1/till-sales", api.tokenForAll(stall.shop()),
                body.formatted(counter.open(stall.shop(), "WIDGET").id(), stall.sku())).code()).isEqualTo("storefront.wrong-channel");
        assertThat(api.post("/api/v1/till-sales", api.tokenForAll(market.stall(1).shop()), here).code()).isEqualTo("storefront.unknown-channel");
        assertStock(3, 0);
    }

    private void assertStock(long available, long sold) {
        assertThat(pools.get(stall.shop().id(), stall.pool())).extracting("available", "held", "sold").containsExactly(available, 0L, sold);
    }
}
