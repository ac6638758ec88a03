package io.wanqu.settlement.check;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.chain.ProveBooks;
import io.wanqu.ledger.chain.SealPostings;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.payment.ReadsBills.Kind;
import io.wanqu.payment.ReadsBills.Line;
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
import tools.jackson.databind.JsonNode;

@WanquTest
class CheckBillsTest {

    @Autowired
    private Market market;
    @Autowired
    private Purse purse;
    @Autowired
    private FakeBills bills;
    @Autowired
    private SealPostings seal;
    @Autowired
    private ProveBooks prove;
    @Autowired
    private Api api;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;
    private ShopId shop;
    private String operator;
    private final List<Placed> placed = new ArrayList<>();
    private LocalDate day;

    @BeforeEach
    void fourPaymentsAndARefund() {
        OneDay.begins();
        stall = market.stall(10);
        shop = stall.shop().id();
        operator = purse.operator();
        for (var n = 0; n < 4; n++) {
            placed.add(purse.buy(stall, 1));
        }
        purse.refund(stall, placed.getFirst(), 90, "scratched");
        purse.awaitRefunds(stall);
        await().atMost(60, SECONDS).until(() -> {
            seal.sealAll();
            return prove.prove(shop, null, progress -> { }).unsealed() == 0;
        });
        day = jdbc.sql("select max(day) from ledger.chain_day where shop_id = ?").param(shop.value()).query(LocalDate.class).single();
    }

    @Test
    void a_bill_that_says_the_same_has_no_difference() {
        bills.put(shop, day, bill());

        var outcome = check();
        assertThat(List.of(outcome.path("lines").asInt(), outcome.path("matched").asInt(), outcome.path("differences").asInt()))
                .containsExactly(5, 5, 0);
        assertThat(differences()).isEmpty();
    }

    @Test
    void each_difference_is_named_once_with_what_to_do() {
        var lines = bill();
        lines.set(0, line(Kind.PAYMENT, placed.get(0).payment(), 1000, 0));
        lines.set(1, line(Kind.PAYMENT, placed.get(1).payment(), 990, 6));
        lines.remove(2);
        lines.add(line(Kind.PAYMENT, 4711, 500, 0));
        bills.put(shop, day, lines);

        check();
        check();

        assertThat(differences()).extracting(it -> it.path("kind").asString() + " " + it.path("number").asString())
                .containsExactlyInAnyOrder("amount_differs " + placed.get(0).payment(), "fee_differs " + placed.get(1).payment(),
                        "missing_there " + placed.get(2).payment(), "missing_here 4711");
        assertThat(differences()).allSatisfy(it -> assertThat(it.path("proposal").asString()).isNotBlank());
        assertThat(purse.in(shop, "settled:sandbox")).isEqualTo(6);
        assertThat(purse.in(shop, "available")).isEqualTo(-6);
        purse.assertBalanced(shop);
    }

    @Test
    void what_the_rail_counts_to_the_day_beside_is_no_difference() {
        var lines = bill();
        bills.put(shop, day.plusDays(1), List.of(lines.remove(2)));
        bills.put(shop, day, lines);

        assertThat(check().path("differences").asInt()).isZero();
        api.send("PUT", path("bill-checks/sandbox/" + day.plusDays(1)), operator, null);
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_difference_is_corrected_by_one_posting_or_explained_by_none() {
        var lines = bill();
        lines.add(line(Kind.PAYMENT, 4711, 500, 0));
        lines.set(1, line(Kind.PAYMENT, placed.get(1).payment(), 1090, 0));
        bills.put(shop, day, lines);
        check();
        var missing = differences().stream().filter(it -> it.path("kind").asString().equals("missing_here")).findFirst().orElseThrow();
        var differs = differences().stream().filter(it -> it.path("kind").asString().equals("amount_differs")).findFirst().orElseThrow();

        var corrected = end(missing, "correction");
        var explained = end(differs, "explanation");
        var again = end(missing, "correction");

        assertThat(corrected.json().path("state").asString()).isEqualTo("corrected");
        assertThat(explained.json().path("state").asString()).isEqualTo("explained");
        assertThat(again.code()).isEqualTo("settlement.unknown-difference");
        assertThat(purse.in(shop, "suspense")).isEqualTo(500);
        assertThat(purse.in(shop, "settled:sandbox")).isEqualTo(-500);
        purse.assertBalanced(shop);
        check();
        assertThat(differences()).extracting(it -> it.path("state").asString()).containsExactlyInAnyOrder("corrected", "explained");
    }

    @Test
    void what_is_no_longer_found_is_gone() {
        var lines = bill();
        var last = lines.remove(2);
        bills.put(shop, day, lines);
        check();

        lines.add(last);
        check();

        assertThat(differences()).extracting(it -> it.path("state").asString()).containsExactly("gone");
    }

    @Test
    void a_rail_without_bills_is_not_checked_and_a_shop_checks_nothing() {
        assertThat(api.send("PUT", path("bill-checks/pocket/" + day), operator, null).code()).isEqualTo("settlement.no-bills");
        assertThat(api.send("PUT", path("bill-checks/sandbox/" + day), api.tokenForAll(stall.shop()), null).code()).isEqualTo("kernel.operator-only");
        assertThat(differences()).isEmpty();
    }

    private List<Line> bill() {
        var lines = new ArrayList<Line>();
        placed.forEach(it -> lines.add(line(Kind.PAYMENT, it.payment(), 990, 0)));
        var refund = jdbc.sql("select refund_id from payment.refund where shop_id = ?").param(shop.value()).query(Long.class).single();
        lines.add(line(Kind.REFUND, refund, 90, 0));
        return lines;
    }

    private static Line line(Kind kind, long number, long minor, long fee) {
        return new Line(kind, "T" + number, Long.toString(number), Money.of(minor, "CNY"), fee);
    }

    private JsonNode check() {
        var answer = api.send("PUT", path("bill-checks/sandbox/" + day), operator, null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void the_platform_sees_which_days_were_checked_and_what_is_open_in_all_shops() {
        var lines = bill();
        lines.remove(2);
        bills.put(shop, day, lines);
        check();

        var checks = api.get(path("bill-checks"), operator).json();
        assertThat(checks).hasSize(1);
        assertThat(checks.path(0).path("day").asString()).isEqualTo(day.toString());
        assertThat(checks.path(0).path("differences").asInt()).isEqualTo(1);

        var open = openEverywhere();
        assertThat(open).hasSize(1);
        api.send("PUT", path("bill-differences/" + open.getFirst().path("id").asString() + "/explanation"), operator, "{\"note\":\"on the next bill\"}");
        assertThat(openEverywhere()).isEmpty();
    }

    private List<JsonNode> openEverywhere() {
        return api.get("/api/v1/operator/bill-differences?state=open&limit=200", operator).json().path("items").valueStream()
                .filter(it -> it.path("shop").asString().equals(shop.text())).toList();
    }

    private List<JsonNode> differences() {
        return api.get(path("bill-differences"), operator).json().path("items").valueStream().toList();
    }

    private Api.Answer end(JsonNode difference, String how) {
        return api.send("PUT", path("bill-differences/" + difference.path("id").asString() + "/" + how), operator, "{\"note\":\"asked the rail\"}");
    }

    private String path(String rest) {
        return "/api/v1/operator/shops/" + shop + "/" + rest;
    }
}
