package io.wanqu.aftersale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.wanqu.aftersale.fund.RecoverAdvances;
import io.wanqu.aftersale.reputation.CountReputation;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.OneDay;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class MoneyTrustTest {

    @Autowired
    private Market market;
    @Autowired
    private Purse purse;
    @Autowired
    private Counter counter;
    @Autowired
    private Api api;
    @Autowired
    private RecoverAdvances recover;
    @Autowired
    private CountReputation count;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;
    private ShopId shop;
    private Placed placed;

    @BeforeEach
    void anOrderWhoseMoneyTheShopMayDraw() {
        stall = market.stall(30);
        shop = stall.shop().id();
        placed = purse.buy(stall, 1);
        purse.passTime(stall, placed.order());
        purse.passTime(stall, placed.order());
    }

    @Test
    void the_fund_pays_at_once_and_takes_deposit_then_money_to_draw_then_blocks() {
        fund(5000, 5000);
        topUpDeposit(300);
        jdbc.sql("insert into ledger.posting (shop_id, posting_id, source, source_id, debit, credit, amount_minor, currency) "
                + "values (?, 1, 'a test', 1, 'available', 'settled:sandbox', 500, 'CNY')").param(shop.value()).update();
        var before = purse.in(ShopId.PLATFORM, "fund");
        var id = counter.open(stall, placed, "refund", "");

        var paid = counter.operator(stall, id, "compensation", "");

        assertThat(paid.json().path("outcome").asString()).as(paid.text()).isEqualTo("compensated");
        assertThat(List.of(purse.in(shop, "deposit"), -purse.in(shop, "recourse"))).containsExactly(0L, 500L);
        assertThat(before - purse.in(ShopId.PLATFORM, "fund")).isEqualTo(500);
        purse.awaitRefunds(stall);
        assertThat(List.of(purse.in(shop, "available"), purse.in(shop, "receivable:sandbox"))).containsExactly(0L, 0L);
        assertThat(counter.operator(stall, id, "compensation", "").code()).isEqualTo("aftersale.not-now");
        counter.assertClean(stall);

        purse.earn(stall, 1);
        assertThat(drawable()).isEqualTo(490);
        recover.recoverAll();
        assertThat(List.of(purse.in(shop, "available"), -purse.in(shop, "recourse"))).containsExactly(490L, 0L);
        recover.recoverAll();
        assertThat(purse.in(ShopId.PLATFORM, "fund")).isEqualTo(before);
        counter.assertClean(stall);
        purse.assertBalanced(ShopId.PLATFORM);
    }

    @Test
    void beyond_its_limits_the_fund_refuses_and_nothing_happens() {
        fund(100, 5000);
        var id = counter.open(stall, placed, "refund", "");

        assertThat(counter.operator(stall, id, "compensation", "").code()).isEqualTo("aftersale.fund-refuses");

        assertThat(counter.outcome(stall, id)).isEqualTo("opened");
        assertThat(jdbc.sql("select count(*) from payment.refund where shop_id = ?").param(shop.value()).query(Long.class).single()).isZero();
        assertThat(purse.in(shop, "recourse")).isZero();
    }

    @Test
    void bad_cards_are_counted_by_supplier_and_claimed_once() {
        var batch = jdbc.sql("select min(batch_id) from vault.card where shop_id = ?").param(shop.value()).query(Long.class).single();
        jdbc.sql("""
                insert into vault.import (shop_id, import_id, pool_id, state, format, charset, uses, expires_at, loaded, uses_loaded, first_card,
                                          last_card, created_by, created_at, supplier)
                select shop_id, ?, min(pool_id), 'done', 'code', 'utf-8', 1, 'infinity', 30, 30, min(card_id), max(card_id), 'a test', now(), ''
                  from vault.card where shop_id = ? group by shop_id
                    on conflict (shop_id, import_id) do nothing
                """).params(batch, shop.value()).update();
        var token = api.tokenForAll(stall.shop());
        var named = api.send("PUT", "/api/v1/batches/" + batch + "/supplier", token, "{\"name\":\"Upstream One\"}");
        assertThat(named.json().path("supplier").asString()).as(named.text()).isEqualTo("Upstream One");
        var id = counter.open(stall, placed, "exchange", "");
        counter.shop(stall, id, "agreement", "{}");

        var report = api.get("/api/v1/defects", token).json().path("suppliers").get(0);
        assertThat(report.path("defective").asLong()).isEqualTo(1);
        assertThat(report.path("perMillion").asLong()).isEqualTo(500_000);
        var claim = api.post("/api/v1/supplier-claims", token, "{\"supplier\":\"Upstream One\"}");
        assertThat(claim.json().get(0).path("amountMinor").asLong()).as(claim.text()).isEqualTo(990);
        assertThat(-purse.in(shop, "supplier_claim:Upstream One")).isEqualTo(990);
        assertThat(api.post("/api/v1/supplier-claims", token, "{\"supplier\":\"Upstream One\"}").code()).isEqualTo("aftersale.nothing-to-claim");
        var path = "/api/v1/supplier-claims/" + claim.json().get(0).path("id").asString() + "/outcome";
        assertThat(api.send("PUT", path, token, "{\"outcome\":\"paid\"}").json().path("state").asString()).isEqualTo("paid");
        assertThat(api.send("PUT", path, token, "{\"outcome\":\"written_off\"}").code()).isEqualTo("aftersale.not-now");
        assertThat(purse.in(shop, "supplier_claim:Upstream One")).isZero();
        counter.assertClean(stall);
    }

    @Test
    void the_evidence_shows_who_did_what_when_and_no_secret() {
        var code = api.post(Counter.path(stall, placed).replace("/cases", "/reveal"), null, "", Counter.BUYER).json()
                .path("cards").get(0).path("code").asString();
        var id = counter.open(stall, placed, "refund", "");
        api.post(Counter.path(stall, placed) + "/" + id + "/messages", null, "{\"kind\":\"evidence\",\"text\":\"code " + code + " is refused\"}",
                Counter.BUYER);

        var pack = api.get("/api/v1/cases/" + id + "/evidence", api.tokenForAll(stall.shop()));

        assertThat(pack.status()).as(pack.text()).isEqualTo(200);
        assertThat(pack.text()).doesNotContain(code, "secret-pass").contains("****", "buyer at", "sandbox", "it does not work");
        assertThat(pack.json().path("delivered").get(0).path("openedAt").isString()).isTrue();
        var paper = api.get("/api/v1/operator/shops/" + shop + "/cases/" + id + "/evidence/paper", purse.operator());
        assertThat(paper.text()).startsWith("%PDF");
        assertThat(api.get("/api/v1/cases/" + id + "/evidence", api.tokenForAll(market.stall(1).shop())).status()).isEqualTo(404);
    }

    @Test
    void a_shop_that_loses_cases_waits_longer_and_its_score_is_explained() {
        OneDay.begins();
        for (var n = 0; n < 3; n++) {
            var bad = purse.buy(stall, 1);
            counter.runOut(stall, counter.open(stall, bad, "refund", ""));
        }
        purse.awaitRefunds(stall);
        assertThat(api.get("/api/v1/shops/" + stall.shop().slug(), null).json().path("badge").isObject()).isFalse();

        count.countAll();

        var own = api.get("/api/v1/reputation", api.tokenForAll(stall.shop())).json();
        assertThat(own.path("today").path("lost").asLong()).isEqualTo(3);
        assertThat(own.path("today").path("level").asString()).isEqualTo("watch");
        assertThat(own.path("steps")).hasSize(4);
        assertThat(own.path("meaning").path("waitPercent").asInt()).isEqualTo(300);
        assertThat(api.get("/api/v1/shops/" + stall.shop().slug(), null).json().path("badge").path("level").asString()).isEqualTo("watch");
        var next = purse.buy(stall, 1);
        purse.passTime(stall, next.order());
        assertThat(jdbc.sql("select deadline > now() + interval '71 hours' from ordering.customer_order where shop_id = ? and order_id = ?")
                .params(shop.value(), next.order().value()).query(Boolean.class).single()).isTrue();
        count.countAll();
        assertThat(api.get("/api/v1/reputation", api.tokenForAll(stall.shop())).json().path("history")).hasSize(1);
    }

    private void fund(long perCase, long perDay) {
        var paid = jdbc.sql("select coalesce(sum(amount_minor), 0) from aftersale.compensation where paid_at > now() - interval '1 day'")
                .query(Long.class).single();
        api.post("/api/v1/operator/fund/top-ups", purse.operator(), "{\"amount\":{\"minor\":100000,\"currency\":\"CNY\"}}");
        var terms = api.post("/api/v1/operator/fund/terms", purse.operator(),
                "{\"currency\":\"CNY\",\"perCaseMinor\":%d,\"perDayMinor\":%d}".formatted(perCase, paid + perDay));
        assertThat(terms.status()).as(terms.text()).isEqualTo(201);
    }

    private void topUpDeposit(long minor) {
        var answer = api.post("/api/v1/deposit/top-ups", api.tokenForAll(stall.shop()), "{\"amount\":{\"minor\":%d,\"currency\":\"CNY\"}}".formatted(minor));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private long drawable() {
        return api.get("/api/v1/deposit", api.tokenForAll(stall.shop())).json().path("drawable").path("minor").asLong();
    }
}
