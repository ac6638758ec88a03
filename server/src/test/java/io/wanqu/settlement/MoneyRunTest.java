package io.wanqu.settlement;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.LedgerQueries;
import io.wanqu.ledger.chain.ProveBooks;
import io.wanqu.ledger.chain.SealPostings;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Some hundred orders in an order that a seed decides; after every step what came in is what went out and what is held. */
@WanquTest
class MoneyRunTest {

    private static final List<String> CLAIMS = List.of("frozen", "merchant", "available", "commission", "deposit", "payout_transit");
    private static final int STEPS = 400;

    @Autowired
    private Market market;
    @Autowired
    private Purse purse;
    @Autowired
    private Api api;
    @Autowired
    private LedgerQueries ledger;
    @Autowired
    private ProveBooks proveBooks;
    @Autowired
    private SealPostings seal;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PlatformTransactionManager transactions;

    private final List<Placed> orders = new ArrayList<>();
    private final Map<Placed, Long> left = new HashMap<>();
    private final List<String> payouts = new ArrayList<>();
    private Stall stall;
    private ShopId shop;
    private String token;
    private String operator;
    private String receiver;

    @Test
    void money_in_is_money_out_and_money_held_after_every_step() {
        var random = new Random(20_260_401L);
        stall = market.stall(STEPS * 2);
        shop = stall.shop().id();
        token = api.tokenForAll(stall.shop());
        operator = purse.operator();
        receiver = api.post("/api/v1/payout-receivers", token, "{\"rail\":\"sandbox\",\"account\":\"mei\"}").json().path("id").asString();
        for (var n = 0; n < STEPS; n++) {
            step(random, n);
            assertNothingIsLost();
        }
        purse.awaitRefunds(stall);
        await().atMost(30, SECONDS).until(() -> jdbc.sql("select count(*) from settlement.payout where shop_id = ? and state in ('approved', 'sent')")
                .param(shop.value()).query(Long.class).single() == 0);
        await().atMost(30, SECONDS).until(() -> {
            seal.sealAll();
            return proveBooks.prove(shop, null, progress -> { }).unsealed() == 0;
        });

        assertNothingIsLost();
        assertThat(orders).hasSizeGreaterThan(150);
        assertThat(purse.in(shop, "commission")).isPositive();
        assertThat(purse.in(shop, "settled:sandbox")).isPositive();
        assertThat(proveBooks.prove(shop, null, progress -> { }).broken()).isNull();
    }

    private void step(Random random, int n) {
        if (orders.isEmpty() || random.nextInt(100) < 45) {
            var placed = purse.buy(stall, 1 + random.nextInt(2));
            orders.add(placed);
            left.put(placed, placed.total().minor());
            return;
        }
        var order = orders.get(random.nextInt(orders.size()));
        switch (random.nextInt(7)) {
            case 0, 1 -> api.send("PUT", "/api/v1/shops/" + stall.shop().slug() + "/orders/" + order.order() + "/confirmation", null, null,
                    "Order-Password", "secret-pass");
            case 2 -> passTime(order);
            case 3 -> refund(random, order, n);
            case 4 -> payouts.add(api.post("/api/v1/payouts", token, "{\"receiver\":\"" + receiver + "\",\"amount\":"
                    + amount(random) + "}").json().path("id").asString());
            case 5 -> decide(random);
            default -> commission(random);
        }
    }

    private void passTime(Placed order) {
        if (purse.settlement(stall, order.order()).equals("released")) {
            purse.passTime(stall, order.order());
        }
    }

    private void refund(Random random, Placed order, int n) {
        var minor = Math.min(left.get(order), 1 + random.nextInt(700));
        if (minor > 0) {
            left.merge(order, -minor, Long::sum);
            purse.refund(stall, order, minor, "n-" + n);
        }
    }

    private void decide(Random random) {
        if (!payouts.isEmpty()) {
            var payout = payouts.remove(random.nextInt(payouts.size()));
            var rejected = random.nextInt(4) == 0;
            api.send("PUT", "/api/v1/operator/shops/" + shop + "/payouts/" + payout + (rejected ? "/rejection" : "/approval"), operator,
                    rejected ? "{\"reason\":\"chance\"}" : null);
        }
    }

    private void commission(Random random) {
        api.post("/api/v1/deposit/top-ups", token, "{\"amount\":" + amount(random) + "}");
        api.post("/api/v1/operator/sale-terms", operator, """
                {"shop":"%s","commissionBasisPoints":%d,"drawAfterHours":1,"reason":"chance"}""".formatted(shop, random.nextInt(3000)));
    }

    private static String amount(Random random) {
        return "{\"minor\":" + (1 + random.nextInt(1500)) + ",\"currency\":\"CNY\"}";
    }

    /** Recounted from payments, refunds and payouts on one side, from the books on the other, in one snapshot. */
    private void assertNothingIsLost() {
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.executeWithoutResult(status -> {
            var in = sum("select coalesce(sum(amount_minor), 0) from payment.payment where shop_id = ?"
                    + " and state in ('succeeded', 'refunding', 'partly_refunded', 'refunded')");
            var back = sum("select coalesce(sum(amount_minor), 0) from payment.refund where shop_id = ? and state = 'succeeded'");
            var out = sum("select coalesce(sum(amount_minor), 0) from settlement.payout where shop_id = ? and state = 'succeeded'");
            var balances = ledger.balances(shop);
            var held = -balances.stream().filter(it -> CLAIMS.contains(it.account())).mapToLong(LedgerQueries.Balance::balanceMinor).sum();
            assertThat(in - back - out).isEqualTo(held);
            assertThat(balances.stream().mapToLong(LedgerQueries.Balance::balanceMinor).sum()).isZero();
        });
    }

    private long sum(String sql) {
        return jdbc.sql(sql).param(shop.value()).query(Long.class).single();
    }
}
