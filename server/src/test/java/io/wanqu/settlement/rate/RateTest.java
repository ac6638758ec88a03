package io.wanqu.settlement.rate;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.settlement.Purse;
import io.wanqu.shop.OpenShop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class RateTest {

    @Autowired
    private Market market;
    @Autowired
    private Purse purse;
    @Autowired
    private OpenShop openShop;
    @Autowired
    private Api api;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Ids ids;

    @Test
    void an_order_keeps_the_rate_of_the_moment_in_which_it_was_paid() {
        var operator = purse.operator();
        var stall = market.stall(openShop.open("abroad-" + Long.toString(ids.next(), 36), "Abroad", "NOK"), 3);
        purse.buy(stall, 1);
        awaitRates(stall, 1);
        assertThat(tell(operator, "NOK", "0.71235").status()).isEqualTo(201);
        purse.buy(stall, 1);
        awaitRates(stall, 2);
        tell(operator, "NOK", "2");

        var report = api.get("/api/v1/operator/reports/foreign-sales?from=2020-01-01&until=2099-01-01", operator).json().valueStream()
                .filter(it -> it.path("amount").path("currency").asString().equals("NOK")).findFirst().orElseThrow();

        assertThat(report.path("amount").path("minor").asLong()).isEqualTo(1980);
        assertThat(report.path("home").path("minor").asLong()).isEqualTo(705);
        assertThat(report.path("withoutRate").asLong()).isEqualTo(1);
    }

    @Test
    void an_order_in_the_home_currency_needs_no_rate_and_takes_no_row() {
        var stall = market.stall(1);

        var placed = purse.buy(stall, 1);
        await().atMost(60, SECONDS).until(() -> jdbc.sql("select xid::text::bigint from kernel.event_cursor where name = 'settlement.keep-rates'")
                .query(Long.class).single() >= jdbc.sql("select max(xid::text::bigint) from kernel.event where shop_id = ? and subject = ?"
                        + " and type = 'ordering.order-paid'").params(stall.shop().id().value(), placed.order().value()).query(Long.class).single());

        assertThat(rates(stall)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"990, USD, 7.1234, 7052", "100, JPY, 0.0485, 485", "1, USD, 0.5, 1", "1, USD, 0.49, 0"})
    void amounts_are_worth_what_the_rate_says_rounded_half_up(long minor, String currency, String rate, long home) {
        var of = new Rates.Rate(Currency.getInstance(currency), Instant.EPOCH, new BigDecimal(rate).movePointRight(9).longValueExact(), "test");

        assertThat(of.of(Money.of(minor, currency), Currency.getInstance("CNY")).minor()).isEqualTo(home);
    }

    @ParameterizedTest
    @CsvSource({"-1", "0", "1e400", "0.0000000001", "seven"})
    void a_rate_that_is_none_is_refused(String rate) {
        assertThat(tell(purse.operator(), "NOK", rate).code()).isEqualTo("kernel.invalid-value");
    }

    @Test
    void what_was_told_is_listed_with_its_source_and_who_told_it() {
        var operator = purse.operator();
        tell(operator, "SEK", "0.61");

        var known = api.get("/api/v1/operator/rates?currency=SEK", operator).json();

        assertThat(known.path("homeCurrency").asString()).isEqualTo("CNY");
        assertThat(known.path("rates").valueStream().map(it -> it.path("currency").asString()).distinct()).containsExactly("SEK");
        var latest = known.path("rates").path(0);
        assertThat(latest.path("rate").asString()).isEqualTo("0.61");
        assertThat(latest.path("source").asString()).isEqualTo("central bank");
        assertThat(latest.path("toldBy").asString()).isNotBlank();
        assertThat(api.get("/api/v1/operator/rates?currency=kroner", operator).code()).isEqualTo("kernel.invalid-value");
    }

    private Api.Answer tell(String operator, String currency, String rate) {
        return api.post("/api/v1/operator/rates", operator, "{\"currency\":\"" + currency + "\",\"rate\":\"" + rate + "\",\"source\":\"central bank\"}");
    }

    private void awaitRates(Market.Stall stall, long count) {
        await().atMost(60, SECONDS).until(() -> rates(stall) == count);
    }

    private long rates(Market.Stall stall) {
        return jdbc.sql("select count(*) from settlement.order_rate where shop_id = ?").param(stall.shop().id().value()).query(Long.class).single();
    }
}
