package io.wanqu.risk;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.wanqu.kernel.Money;
import io.wanqu.ordering.placing.PlaceAsk.Buyer;
import io.wanqu.ordering.placing.PlaceOrders;
import io.wanqu.ordering.placing.PlaceOutcome;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.ordering.placing.PlaceOutcome.Refused;
import io.wanqu.payment.Notice;
import io.wanqu.payment.SettlesPayments;
import io.wanqu.payment.SettlesPayments.Settlement;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Robbers and buyers in one shop at the same time; each simulation prints what became of both. */
@WanquTest
class SimulationTest {

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private PlaceOrders placeOrders;
    @Autowired
    private SettlesPayments settles;
    @Autowired
    private Challenges challenges;
    @Autowired
    private JdbcClient jdbc;

    /** 400 made-up people with a device each, on 120 addresses of three networks, who never pay and solve what they are asked. */
    @Test
    void hoarding_does_not_empty_a_shop() throws Exception {
        var stall = market.stall(300);

        var outcomes = Together.run(520, n -> n % 13 < 10
                ? new Tried(false, tried(stall, new Buyer("hoarder-" + n + "@example.com", null, UUID.randomUUID().toString(),
                        "198.51." + (100 + n % 3) + "." + n % 40), 5, true))
                : new Tried(true, bought(stall, new Buyer("honest-" + n + "@example.com", null, "phone-" + n, "203." + n % 200 + ".113." + n % 250))));

        var honest = rate(outcomes, Tried::honest);
        var held = jdbc.sql("select held from inventory.pool where shop_id = ?").param(stall.shop().id().value()).query(Long.class).single();
        System.out.printf("hoarding: %d of 120 honest buyers got what they came for; the hoarder holds %d of 300 units%n", honest, held);
        assertThat(honest).isEqualTo(120);
        assertThat(held).isLessThanOrEqualTo(180);
    }

    /** 300 new people of one robber, on five devices and ten addresses of one network, want what costs next to nothing. */
    @Test
    void wool_pulling_is_caught_and_honest_buyers_pass() throws Exception {
        var stall = market.stall(1_000);
        strict(stall);

        var outcomes = Together.run(400, n -> n % 4 < 3
                ? new Tried(false, tried(stall, new Buyer("new-" + n + "@example.com", null, "farm-" + n % 5, "198.51.100." + n % 10), 1, false))
                : new Tried(true, bought(stall, new Buyer("honest-" + n + "@example.com", null, "phone-" + n,
                        "203." + n / 8 % 200 + ".113." + n / 8 % 250))));

        var honest = rate(outcomes, Tried::honest);
        var robbed = rate(outcomes, it -> !it.honest);
        System.out.printf("wool-pulling: %d of 100 honest buyers passed; %d of 300 orders of the robber went through%n", honest, robbed);
        assertThat(honest).isEqualTo(100);
        assertThat(robbed).isLessThanOrEqualTo(15);
    }

    /** The same robber lets his machines work: the rules hold and refuse him all the same. */
    @Test
    void wool_pulling_is_caught_even_when_the_work_is_done() throws Exception {
        var stall = market.stall(1_000);
        strict(stall);

        var outcomes = Together.run(200, n -> new Tried(false,
                tried(stall, new Buyer("new-" + n + "@example.com", null, "farm-" + n % 5, "198.51.100." + n % 10), 1, true)));

        var free = jdbc.sql("select count(*) from ordering.customer_order where shop_id = ? and review_hours is null")
                .param(stall.shop().id().value()).query(Long.class).single();
        System.out.printf("wool-pulling with work: %d of 200 placed, %d of them without being held%n", rate(outcomes, it -> true), free);
        assertThat(free).isLessThanOrEqualTo(30);
    }

    /** Stolen card numbers are tried on small orders, each under another name, from one device and two addresses. */
    @Test
    void card_testing_is_refused_and_a_buyer_whose_card_fails_twice_is_not() {
        var stall = market.stall(500);
        var tried = 0;

        for (var n = 0; n < 100; n++) {
            var outcome = placeOrders.place(stall.order(1, UUID.randomUUID().toString(),
                    new Buyer("card-" + n + "@example.com", null, "tester", "198.51.100." + n % 2)));
            if (outcome instanceof Placed placed) {
                tried++;
                fail(stall, placed);
            }
        }
        var honest = new Buyer("lin@example.com", null, "lins-phone", "203.0.113.77");
        IntStream.range(0, 2).forEach(n -> fail(stall, (Placed) placeOrders.place(stall.order(1, UUID.randomUUID().toString(), honest))));

        System.out.printf("card-testing: %d of 100 cards could be tried; a buyer whose card failed twice bought at last%n", tried);
        assertThat(tried).isLessThanOrEqualTo(15);
        assertThat(bought(stall, honest)).isTrue();
    }

    @Test
    void guessing_order_numbers_gifts_pay_links_and_gift_codes_is_held_back() {
        var stall = market.stall(5);
        var shop = "/api/v1/shops/" + stall.shop().slug();
        var number = stall.shop().id().text();
        var from = new String[] {"X-Forwarded-For", "198.51.100.9"};
        var wallet = api.post(shop + "/wallets", null, "{}").json().path("key").asString();

        var codes = new ArrayList<String>();
        IntStream.range(0, 12).forEach(n -> codes.add(api.post(shop + "/gifts/" + number + "/look", null, "{\"token\":\"guess-%d\"}".formatted(n), from).code()));
        IntStream.range(0, 12).forEach(n -> codes.add(api.get(shop + "/pay-links/" + number + "?token=guess-" + n, null, from).code()));
        IntStream.range(0, 12).forEach(n -> codes.add(api.post(shop + "/wallet/gift-cards", null, "{\"code\":\"GUESS-%d\"}".formatted(n),
                "Wallet-Key", wallet, from[0], from[1]).code()));
        var orders = IntStream.range(0, 12).mapToObj(n -> api.get(shop + "/orders/" + number, null, "Order-Password", "guess-" + n, from[0], from[1]).code()).toList();

        var looked = codes.stream().filter(code -> !code.equals("kernel.too-many-guesses")).count();
        System.out.printf("enumeration: %d of 36 guesses were looked at, and %d of 12 passwords of an order%n", looked,
                orders.stream().filter(code -> !code.equals("ordering.too-many-lookups")).count());
        assertThat(looked).isBetween(30L, 34L);
        assertThat(codes.getLast()).isEqualTo("kernel.too-many-guesses");
        assertThat(orders.subList(5, 12)).containsOnly("ordering.too-many-lookups");
    }

    /** Orders, works for it when asked to, and pays. */
    private boolean bought(Stall stall, Buyer buyer) {
        var outcome = worked(stall, buyer, 1);
        return outcome instanceof Placed placed && settles.settle(notice(stall, placed, true)) == Settlement.SETTLED;
    }

    private boolean tried(Stall stall, Buyer buyer, int quantity, boolean works) {
        return (works ? worked(stall, buyer, quantity) : placeOrders.place(stall.order(quantity, UUID.randomUUID().toString(), buyer))) instanceof Placed;
    }

    private PlaceOutcome worked(Stall stall, Buyer buyer, int quantity) {
        var key = UUID.randomUUID().toString();
        var outcome = placeOrders.place(stall.order(quantity, key, buyer));
        if (!(outcome instanceof Refused refused) || !(refused.why() instanceof RiskProblem.ChallengeNeeded needed)) {
            return outcome;
        }
        var request = new Challenges.Request(stall.shop().id(), key, buyer.contact());
        var proven = challenges.proves(Solver.solve((RiskProblem.ChallengeNeeded) challenges.put(needed, request)), request);
        return placeOrders.place(stall.order(quantity, key, new Buyer(buyer.contact(), null, buyer.device(), buyer.address(), null, proven)));
    }

    private void fail(Stall stall, Placed placed) {
        assertThat(settles.settle(notice(stall, placed, false))).isEqualTo(Settlement.FAILED);
        await().atMost(60, SECONDS).until(() -> decided(stall, placed));
    }

    /** What was decided about an order is written behind it; a failure counts against whoever stands there. */
    private boolean decided(Stall stall, Placed placed) {
        return jdbc.sql("select count(*) from risk.decision where shop_id = ? and subject = ?").params(stall.shop().id().value(), placed.order().value())
                .query(Long.class).single() == 1;
    }

    private static Notice notice(Stall stall, Placed placed, boolean paid) {
        return new Notice("sandbox", (paid ? "paid-" : "failed-") + placed.payment(), stall.shop().id(), placed.payment(),
                "sandbox-" + stall.shop().id(), Money.of(Market.PRICE, stall.shop().currency()), paid);
    }

    private void strict(Stall stall) {
        var written = api.send("PUT", "/api/v1/channels/" + stall.shop().page() + "/rule", api.tokenForAll(stall.shop()), "{\"riskProfile\":\"strict\"}");
        assertThat(written.status()).as(written.text()).isEqualTo(200);
    }

    private static long rate(List<Tried> outcomes, Predicate<Tried> who) {
        return outcomes.stream().filter(who).filter(Tried::went).count();
    }

    private record Tried(boolean honest, boolean went) {
    }
}
