package io.wanqu.settlement.check;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.wanqu.ledger.chain.ProveBooks;
import io.wanqu.ledger.chain.SealPostings;
import io.wanqu.settlement.check.MonthHands.Book;
import io.wanqu.settlement.check.MonthTrade.Month;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A month of trade that a seed decides, hour by hour, many hands at once and over three rails, while connections are killed
 * under them: at every hour what came in is what went back, went out and is held, and at the end bills, chain and books say
 * the same.
 */
@WanquTest
class MoneyMonthTest {

    private static final Logger log = LoggerFactory.getLogger(MoneyMonthTest.class);
    private static final int HANDS = 8;
    private static final int REST_SECONDS_MAX = 600;

    @Autowired
    private MonthTrade trade;
    @Autowired
    private MonthHands hands;
    @Autowired
    private MonthProof proof;
    @Autowired
    private ProveBooks proveBooks;
    @Autowired
    private SealPostings seal;
    @Autowired
    private JdbcClient jdbc;

    private final Book book = new Book();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();
    private final AtomicInteger steps = new AtomicInteger();
    private Month month;

    @AfterEach
    void close() {
        month.close();
    }

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
        month = trade.open(wanted * 2 + 200);
        var perHour = wanted / hours + 1;
        for (var hour = 0; hour < hours; hour++) {
            hour(random.nextLong(), perHour, hour % 4 == 3);
            passAnHour(random);
            proof.nothingIsLost(month.shop());
            if (hour % 24 == 23) {
                log.info("day {}: {} orders, nothing is lost", hour / 24 + 1, book.orders.size());
            }
        }
        comeToRest();
        proof.nothingIsLost(month.shop());
        tell(seed);
        assertThat(book.orders).hasSizeGreaterThan(wanted * 9 / 10);
        assertThat(killed.get()).isPositive();
        assertThat(count("settlement.payout where rail <> 'sandbox' and state = 'succeeded'")).isPositive();
        assertThat(count("aftersale.buyer_case where outcome = 'exchanged'")).isPositive();
        proof.billsReconcile(month.shop(), month.operator(), month.providers().keySet());
        proof.oneFlippedByteIsNamed(month.shop());
    }

    private void tell(long seed) {
        log.info("seed {}: {} orders, {} of them through providers, {} of whose callbacks were lost; {} steps, {} killed transactions, {} steps broken",
                seed, book.orders.size(), count("payment.payment where rail in ('wechatpay', 'alipay')"), book.lost.get(), steps.get(), killed.get(),
                broken.get());
        log.info("{} refunds, {} charge-backs, {} cases of which {} ended with an exchange, {} payouts, {} postings",
                count("payment.refund where state = 'succeeded'"), book.disputed.size(), count("aftersale.buyer_case where true"),
                count("aftersale.buyer_case where outcome = 'exchanged'"), count("settlement.payout where state = 'succeeded'"),
                count("ledger.posting where true"));
    }

    /** What happens is decided before it happens, so that the seed decides it whoever comes first. */
    private void hour(long seed, int sales, boolean killing) {
        var random = new Random(seed);
        var acts = IntStream.range(0, sales * 2)
                .mapToObj(n -> hands.act(month, book, n < sales ? 0 : 1 + random.nextInt(MonthHands.KINDS), random.nextInt(1 << 20))).toList();
        try (var pool = Executors.newFixedThreadPool(HANDS)) {
            var running = acts.stream().map(act -> pool.submit(() -> attempt(act))).toList();
            for (var n = 0; killing && (n < 5 || killed.get() == 0 && !running.stream().allMatch(Future::isDone)); n++) {
                kill();
            }
            for (var each : running) {
                each.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a killed connection broke is broken for whoever asked, and he may ask again; the sums are what must hold. */
    private void attempt(Runnable act) {
        steps.incrementAndGet();
        try {
            act.run();
        } catch (RuntimeException | AssertionError e) {
            broken.incrementAndGet();
            log.debug("a step broke", e);
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

    /** Some of what waits for its time has waited long enough. */
    private void passAnHour(Random random) {
        pass("ordering.customer_order", "order_id", "deadline",
                "state in ('delivered', 'confirmed') and deadline > now() and order_id % 5 = " + random.nextInt(5));
        pass("payment.attempt", "payment_id", "due_at", "due_at > now()");
    }

    private void comeToRest() {
        await().atMost(REST_SECONDS_MAX, SECONDS).until(() -> {
            pass("payment.refund", "refund_id", "due_at", "state in ('due', 'processing') and due_at > now()");
            pass("payment.attempt", "payment_id", "due_at", "due_at > now()");
            pass("settlement.payout", "payout_id", "due_at", "state in ('approved', 'sent') and due_at > now()");
            return count("payment.refund where state in ('due', 'processing')") == 0
                    && count("settlement.payout where state in ('approved', 'sent')") == 0;
        });
        await().atMost(REST_SECONDS_MAX, SECONDS).until(() -> jdbc.sql("""
                select count(*) from payment.payment where shop_id = ? and payment_id = any(?) and state in ('init', 'pending', 'unknown', 'closed')
                """).params(month.shop().value(), book.atProviders()).query(Long.class).single() == 0);
        await().atMost(REST_SECONDS_MAX, SECONDS).until(() -> {
            seal.sealAll();
            return proveBooks.prove(month.shop(), null, progress -> { }).unsealed() == 0;
        });
    }

    /** Whatever a lane has in its hands at this moment is left to it: whoever waits for one row while he holds another may be waited for. */
    private void pass(String table, String id, String clock, String which) {
        jdbc.sql("update " + table + " set " + clock + " = now() where shop_id = ? and " + id + " in (select " + id + " from " + table
                + " where shop_id = ? and " + which + " for update skip locked)").params(month.shop().value(), month.shop().value()).update();
    }

    /** @param rows a table and which of its rows */
    private long count(String rows) {
        return jdbc.sql("select count(*) from " + rows + " and shop_id = ?").param(month.shop().value()).query(Long.class).single();
    }
}
