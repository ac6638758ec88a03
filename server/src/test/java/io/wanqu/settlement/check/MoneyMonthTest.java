package io.wanqu.settlement.check;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.chain.ProveBooks;
import io.wanqu.ledger.chain.SealPostings;
import io.wanqu.ordering.placing.PlaceOrders;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.payment.Notice;
import io.wanqu.payment.SettlesPayments;
import io.wanqu.payment.callback.TakeNotices;
import io.wanqu.payment.sandbox.SandboxRail;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A month of trade that a seed decides, hour by hour, many hands at once, while connections are killed under them: at every
 * hour what came in is what went back, went out and is held, and at the end bills, chain and books say the same.
 */
@WanquTest
class MoneyMonthTest {

    private static final Logger log = LoggerFactory.getLogger(MoneyMonthTest.class);
    private static final int HANDS = 8;

    @Autowired
    private Market market;
    @Autowired
    private Purse purse;
    @Autowired
    private Api api;
    @Autowired
    private PlaceOrders placeOrders;
    @Autowired
    private SettlesPayments settles;
    @Autowired
    private TakeNotices takeNotices;
    @Autowired
    private SandboxRail sandbox;
    @Autowired
    private MonthProof proof;
    @Autowired
    private ProveBooks proveBooks;
    @Autowired
    private SealPostings seal;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Clock clock;

    private final List<Placed> orders = new CopyOnWriteArrayList<>();
    private final Map<Long, Long> disputed = new ConcurrentHashMap<>();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();
    private final AtomicInteger steps = new AtomicInteger();
    private Stall stall;
    private ShopId shop;
    private String token;
    private String operator;
    private String receiver;
    private String wallet;

    @Test
    void nothing_is_lost_in_a_short_month() {
        month(1_000, 40);
    }

    @Test
    @Tag("long")
    void nothing_is_lost_in_a_month_of_fifty_thousand_orders() {
        month(50_000, 720);
    }

    private void month(int wanted, int hours) {
        var seed = Long.getLong("wanqu.seed", 20_260_401L);
        var random = new Random(seed);
        open(wanted);
        var perHour = wanted / hours + 1;
        for (var hour = 0; hour < hours; hour++) {
            hour(random.nextLong(), perHour, hour % 4 == 3);
            passAnHour(random);
            proof.nothingIsLost(shop);
        }
        comeToRest();
        proof.nothingIsLost(shop);
        log.info("seed {}: {} orders, {} steps, {} killed transactions, {} steps broken, {} refunds, {} disputes, {} payouts",
                seed, orders.size(), steps.get(), killed.get(), broken.get(), count("payment.refund"), disputed.size(), count("settlement.payout"));
        assertThat(orders).hasSizeGreaterThan(wanted * 9 / 10);
        assertThat(killed.get()).isPositive();
        proof.billsReconcile(shop, operator);
        proof.oneFlippedByteIsNamed(shop);
    }

    private void open(int wanted) {
        stall = market.stall(wanted * 2 + 200);
        shop = stall.shop().id();
        token = api.tokenForAll(stall.shop());
        operator = purse.operator();
        api.send("PUT", "/api/v1/operator/shops/" + shop + "/wallet-offer", operator, "{\"allowed\":true}");
        wallet = api.post("/api/v1/shops/" + stall.shop().slug() + "/wallets", null, "{\"contact\":\"lin@example.com\"}").json().path("key").asString();
        receiver = api.post("/api/v1/payout-receivers", token, "{\"rail\":\"sandbox\",\"account\":\"mei\"}").json().path("id").asString();
        api.post("/api/v1/operator/sale-terms", operator, """
                {"shop":"%s","commissionBasisPoints":550,"drawAfterHours":1,"reason":"a month"}""".formatted(shop));
    }

    /** What happens is decided before it happens, so that the seed decides it whoever comes first. */
    private void hour(long seed, int sales, boolean killing) {
        var random = new Random(seed);
        var acts = IntStream.range(0, sales * 2).mapToObj(n -> act(n < sales ? 0 : 1 + random.nextInt(7), random.nextInt(1 << 20))).toList();
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            var running = acts.stream().map(act -> hands.submit(() -> attempt(act))).toList();
            for (var n = 0; killing && n < 5; n++) {
                kill();
            }
            for (var each : running) {
                each.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void attempt(Runnable act) {
        steps.incrementAndGet();
        try {
            act.run();
        } catch (RuntimeException e) {
            broken.incrementAndGet();
        }
    }

    /** Somebody's transaction ends in the middle. */
    private void kill() {
        var ended = jdbc.sql("""
                select pg_terminate_backend(pid)
                  from pg_stat_activity
                 where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
                   and xact_start is not null
                 limit 1
                """).query(Boolean.class).list();
        killed.addAndGet(ended.size());
    }

    private Runnable act(int kind, int chance) {
        return switch (kind) {
            case 0 -> () -> buy(chance);
            case 1 -> () -> confirm(any(chance));
            case 2 -> () -> purse.refund(stall, any(chance), 1 + chance % 700, "n-" + chance);
            case 3 -> () -> dispute(any(chance), chance);
            case 4 -> () -> api.post("/api/v1/payouts", token, "{\"receiver\":\"" + receiver + "\",\"amount\":" + amount(chance) + "}");
            case 5 -> this::decide;
            case 6 -> () -> topUp(chance);
            default -> () -> api.post("/api/v1/deposit/top-ups", token, "{\"amount\":" + amount(chance) + "}");
        };
    }

    private void buy(int chance) {
        var placed = (Placed) placeOrders.place(stall.order(1 + chance % 2));
        orders.add(placed);
        settles.settle(new Notice("sandbox", "paid-" + placed.payment(), shop, placed.payment(), "sandbox-" + shop, placed.total(), true));
    }

    private void confirm(Placed order) {
        api.send("PUT", "/api/v1/shops/" + stall.shop().slug() + "/orders/" + order.order() + "/confirmation", null, null,
                "Order-Password", "secret-pass");
    }

    private void dispute(Placed order, int chance) {
        if (chance % 5 == 0 && disputed.putIfAbsent(order.payment(), order.total().minor()) == null) {
            tell(order.payment(), order.total().minor(), "CHARGED_BACK");
        } else if (chance % 2 == 0 && disputed.containsKey(order.payment())) {
            tell(order.payment(), order.total().minor(), "CHARGE_BACK_WON");
        }
    }

    private void topUp(int chance) {
        var minor = 1 + chance % 300;
        var asked = api.post("/api/v1/shops/" + stall.shop().slug() + "/wallet/top-ups", null,
                "{\"amountMinor\":" + minor + ",\"method\":\"sandbox\"}", "Wallet-Key", wallet);
        if (asked.status() == 201) {
            tell(Long.parseLong(asked.json().path("id").asString()), minor, "SUCCESS");
        }
    }

    private void tell(long payment, long minor, String state) {
        var body = """
                {"event":"%s-%d","shop":"%s","payment":"%d","amount":%d,"currency":"CNY","payee":"sandbox-%s","state":"%s"}"""
                .formatted(state, payment, shop, payment, minor, shop, state).getBytes(StandardCharsets.UTF_8);
        var signature = sandbox.sign(shop, clock.instant().getEpochSecond(), body);
        takeNotices.take(sandbox, sandbox.account(shop), Map.of("sandbox-signature", signature), body);
    }

    private void decide() {
        jdbc.sql("select payout_id from settlement.payout where shop_id = ? and state = 'requested' limit 1").param(shop.value()).query(Long.class)
                .optional().ifPresent(payout -> api.send("PUT", "/api/v1/operator/shops/" + shop + "/payouts/" + payout
                        + (payout % 4 == 0 ? "/rejection" : "/approval"), operator, payout % 4 == 0 ? "{\"reason\":\"chance\"}" : null));
    }

    /** Some of what waits for its time has waited long enough. */
    private void passAnHour(Random random) {
        jdbc.sql("""
                update ordering.customer_order
                   set deadline = now() - interval '1 second'
                 where shop_id = ? and state in ('delivered', 'confirmed') and deadline is not null and order_id % 5 = ?
                """).params(shop.value(), random.nextInt(5)).update();
    }

    private Placed any(int chance) {
        if (orders.isEmpty()) {
            throw new IllegalStateException("nothing was sold yet");
        }
        return orders.get(chance % orders.size());
    }

    private static String amount(int chance) {
        return "{\"minor\":" + (1 + chance % 1500) + ",\"currency\":\"CNY\"}";
    }

    private void comeToRest() {
        jdbc.sql("update payment.refund set due_at = now() where shop_id = ? and state in ('due', 'processing')").param(shop.value()).update();
        jdbc.sql("update settlement.payout set due_at = now() where shop_id = ? and state in ('approved', 'sent')").param(shop.value()).update();
        await().atMost(120, SECONDS).until(() -> jdbc.sql("select count(*) from payment.refund where shop_id = ? and state in ('due', 'processing')")
                .param(shop.value()).query(Long.class).single() == 0);
        await().atMost(120, SECONDS).until(() -> jdbc.sql("select count(*) from settlement.payout where shop_id = ? and state in ('approved', 'sent')")
                .param(shop.value()).query(Long.class).single() == 0);
        await().atMost(120, SECONDS).until(() -> {
            seal.sealAll();
            return proveBooks.prove(shop, null, progress -> { }).unsealed() == 0;
        });
    }

    private long count(String table) {
        return sum("select count(*) from " + table + " where shop_id = ?");
    }

    private long sum(String sql) {
        return jdbc.sql(sql).param(shop.value()).query(Long.class).single();
    }
}
