package io.wanqu.settlement.bill;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.wanqu.kernel.Csv;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.chain.NextDay;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.OneDay;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class BillTest {

    @Autowired
    private Market market;
    @Autowired
    private Purse purse;
    @Autowired
    private NextDay nextDay;
    @Autowired
    private Api api;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Ids ids;

    private Stall stall;
    private ShopId shop;
    private String token;

    @BeforeEach
    void aShop() {
        OneDay.begins();
        stall = market.stall(5);
        shop = stall.shop().id();
        token = api.tokenForAll(stall.shop());
    }

    @Test
    void a_days_bill_is_what_the_ledger_says() {
        purse.earn(stall, 2);
        var refunded = purse.buy(stall, 1);
        purse.refund(stall, refunded, 90, "scratched");
        purse.awaitRefunds(stall);
        var day = closedDay();

        var bill = api.get("/api/v1/bills/" + day, token).json().get(0);
        var trial = api.get("/api/v1/ledger/trial-balance?day=" + day, token).json();

        assertThat(trial.path("balanced").asBoolean()).isTrue();
        assertThat(trial.path("sums").path("CNY").asLong()).isZero();
        trial.path("balances").forEach(balance -> assertThat(bill.path("accounts").valueStream()
                .filter(it -> it.path("account").equals(balance.path("account"))).findFirst().orElseThrow().path("closingMinor").asLong())
                .isEqualTo(-balance.path("balanceMinor").asLong()));
        assertThat(bill.path("movements").valueStream().map(it -> it.path("what").asString() + " " + it.path("count") + " " + it.path("minor")))
                .containsExactly("PAID 2 2970", "CONFIRMED 1 1980", "REFUNDED 1 90", "MATURED 1 1980");
        assertThat(bill.path("accounts").valueStream().map(it -> it.path("openingMinor").asLong())).containsOnly(0L);
        assertThat(bill.path("root").asString()).hasSize(64);
    }

    @Test
    void the_statement_lists_every_posting_and_the_paper_is_a_pdf() {
        purse.earn(stall, 1);
        var day = closedDay();

        var statement = api.get("/api/v1/bills/" + day + "/statement", token);
        var paper = api.get("/api/v1/bills/" + day + "/paper", token);

        assertThat(statement.text().lines()).hasSize(4).first().isEqualTo("posting,at,source,source_id,debit,credit,amount_minor,currency");
        assertThat(statement.header("Content-Type")).startsWith("text/csv");
        assertThat(paper.text()).startsWith("%PDF-");
        assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
    }

    @Test
    void a_day_that_is_not_over_has_no_bill() {
        purse.buy(stall, 1);

        assertThat(api.get("/api/v1/bills/2100-01-01", token).code()).isEqualTo("settlement.day-not-closed");
        assertThat(api.get("/api/v1/bills/yesterday", token).code()).isEqualTo("kernel.invalid-value");
        assertThat(api.get("/api/v1/bills/2100-01-01/statement", token).code()).isEqualTo("settlement.day-not-closed");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', value = {"=1+1|'=1+1", "+49|'+49", "-x|'-x", "@sum|'@sum", "order.paid|order.paid"})
    void no_cell_is_a_formula(String cell, String written) {
        assertThat(Csv.harmless(cell)).isEqualTo(written);
    }

    @Test
    void the_statement_pages_from_the_newest_on() {
        purse.earn(stall, 1);

        var first = api.get("/api/v1/ledger/statement?limit=2", token).json();
        var second = api.get("/api/v1/ledger/statement?limit=2&after=" + first.path("next").asString(), token).json();
        var frozen = api.get("/api/v1/ledger/statement?account=frozen", token).json();

        assertThat(first.path("items").valueStream().map(it -> it.path("source").asString())).containsExactly("order.matured", "order.confirmed");
        assertThat(second.path("items")).hasSize(1);
        assertThat(frozen.path("items")).hasSize(2);
    }

    @Test
    void invoices_are_numbered_without_a_gap_and_a_month_is_invoiced_once() throws Exception {
        IntStream.rangeClosed(1, 5).forEach(month -> commission("2026-0" + month + "-15 12:00+08", 10_600));
        commission("2026-05-31 23:59:59+08", 1);
        closedDay();

        var answers = new ArrayList<Api.Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(IntStream.range(0, 20).<Callable<Api.Answer>>mapToObj(n -> () -> issue("2026-0" + (1 + n % 6))).toList())) {
                answers.add(answer.get());
            }
        }

        var issued = answers.stream().filter(it -> it.status() == 201).toList();
        assertThat(issued).extracting(it -> it.json().path("number").asInt()).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        assertThat(issued).extracting(it -> it.json().path("month").asString())
                .containsExactlyInAnyOrder("2026-01", "2026-02", "2026-03", "2026-04", "2026-05");
        assertThat(answers).filteredOn(it -> it.code().equals("settlement.nothing-to-invoice")).hasSize(15);
        var may = issued.stream().filter(it -> it.json().path("month").asString().equals("2026-05")).findFirst().orElseThrow().json();
        assertThat(may.path("total").path("minor").asLong()).isEqualTo(10_601);
        assertThat(may.path("tax").path("minor").asLong()).isEqualTo(600);
        assertThat(may.path("net").path("minor").asLong()).isEqualTo(10_001);
        assertThat(api.get("/api/v1/invoices/" + may.path("year") + "/1/paper", token).text()).startsWith("%PDF-");
        assertThat(api.get("/api/v1/invoices/" + may.path("year") + "/6/paper", token).code()).isEqualTo("settlement.unknown-invoice");
    }

    @Test
    void an_invoice_tells_which_days_brought_its_total() {
        commission("2026-01-31 12:00+08", 500);
        commission("2026-02-03 12:00+08", 700);
        commission("2026-02-03 18:00+08", 300);
        givenBack("2026-02-20 12:00+08", 200);
        commission("2026-02-28 23:59:59+08", 1);
        commission("2026-03-01 00:00+08", 9);
        closedDay();
        var year = issue("2026-02").json().path("year").asInt();
        var path = "/api/v1/invoices/" + year + "/1";

        var whole = api.get(path, token).json();

        assertThat(whole.path("days").valueStream().map(it -> it.path("day").asString() + " " + it.path("commission").path("minor").asLong()))
                .containsExactly("2026-02-03 1000", "2026-02-20 -200", "2026-02-28 1");
        assertThat(whole.path("invoice").path("total").path("minor").asLong()).isEqualTo(801);
        assertThat(whole.path("invoice").path("taxBasisPoints").asInt()).isEqualTo(600);
        assertThat(api.get(path + "/statement", token).text().lines())
                .containsExactly("day,commission_minor,currency", "2026-02-03,1000,CNY", "2026-02-20,-200,CNY", "2026-02-28,1,CNY");
        assertThat(api.get("/api/v1/invoices/" + year + "/2", token).code()).isEqualTo("settlement.unknown-invoice");
        assertThat(api.get(path, api.tokenForAll(market.stall(1).shop())).code()).isEqualTo("settlement.unknown-invoice");
        assertThat(api.get("/api/v1/operator/shops/" + shop + "/invoices", purse.operator()).json().path(0).path("month").asString()).isEqualTo("2026-02");
        assertThat(api.get("/api/v1/operator/shops/" + shop + "/invoices", token).code()).isEqualTo("kernel.operator-only");
        var issued = "/api/v1/operator/shops/" + shop + "/invoices/" + year;
        assertThat(api.get(issued + "/1/paper", purse.operator()).text()).startsWith("%PDF-");
        assertThat(api.get(issued + "/2/paper", purse.operator()).code()).isEqualTo("settlement.unknown-invoice");
        assertThat(api.get(issued + "/1/paper", token).code()).isEqualTo("kernel.operator-only");
    }

    private Api.Answer issue(String month) {
        return api.post("/api/v1/operator/shops/" + shop + "/invoices", purse.operator(), """
                {"month":"%s","currency":"CNY","title":"美的游戏","taxNumber":"91X","taxBasisPoints":600}""".formatted(month));
    }

    private void commission(String at, long minor) {
        post(at, "frozen", "commission", minor);
    }

    private void givenBack(String at, long minor) {
        post(at, "commission", "frozen", minor);
    }

    private void post(String at, String debit, String credit, long minor) {
        jdbc.sql("""
                insert into ledger.posting (shop_id, posting_id, source, source_id, debit, credit, amount_minor, currency, posted_at)
                values (:shop, :id, 'order.confirmed', :id, :debit, :credit, :minor, 'CNY', :at::timestamptz)
                """).param("shop", shop.value()).param("id", ids.next()).param("debit", debit).param("credit", credit).param("minor", minor)
                .param("at", at).update();
    }

    private String closedDay() {
        await().atMost(60, SECONDS).until(() -> {
            nextDay.come();
            return api.get("/api/v1/ledger/proof", token).json().path("unsealed").asLong() == 0
                    && !api.get("/api/v1/bills", token).json().path("items").isEmpty();
        });
        return api.get("/api/v1/bills", token).json().path("items").get(0).path("day").asString();
    }
}
