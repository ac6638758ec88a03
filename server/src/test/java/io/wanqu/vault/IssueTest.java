package io.wanqu.vault;

import static io.wanqu.vault.VaultCast.aCard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

@WanquTest
class IssueTest {

    private static final Instant SOON = Instant.parse("2100-01-01T00:00:00Z");

    @Autowired
    private Issue issue;
    @Autowired
    private VaultQueries queries;
    @Autowired
    private VaultCast cast;
    @Autowired
    private CountsStock stock;
    @Autowired
    private JdbcClient jdbc;

    private ShopId shop;
    private PoolId pool;

    @BeforeEach
    void open_a_shop() {
        shop = cast.shop();
        pool = cast.pool(shop);
    }

    @Test
    void issues_the_card_that_expires_first_then_the_oldest() {
        var endless = cast.card(shop, pool, aCard());
        var later = cast.card(shop, pool, aCard().expiresAt(SOON.plus(1, ChronoUnit.DAYS)));
        var first = cast.card(shop, pool, aCard().expiresAt(SOON));
        var newest = cast.card(shop, pool, aCard());

        issue(claim(7, 1, 4));

        assertThat(deliveredTo(7)).containsExactly(first, later, endless, newest);
    }

    @Test
    void gives_what_there_is() {
        cast.cards(shop, pool, 2);

        assertThat(issue(claim(1, 1, 1), claim(2, 1, 3))).containsExactly(new Issued(1, 1, 1), new Issued(2, 1, 1));
        assertThat(count()).isEqualTo(new PoolCount(shop, pool, 0, 0, 0, 2, 0, 2, 0));
    }

    @Test
    void never_issues_an_expired_card() {
        cast.card(shop, pool, aCard().expiresAt(Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(issue(claim(1, 1, 1))).containsExactly(new Issued(1, 1, 0));
        assertThat(deliveredTo(1)).isEmpty();
    }

    @Test
    void issues_nothing_more_to_a_line_that_is_asked_again() {
        cast.cards(shop, pool, 5);
        issue(claim(1, 1, 2));

        assertThat(issue(claim(1, 1, 2), claim(1, 1, 2))).containsExactly(new Issued(1, 1, 2), new Issued(1, 1, 2));
        assertThat(deliveredTo(1)).hasSize(2);
    }

    @Test
    void issues_only_the_rest_once_cards_have_come() {
        cast.cards(shop, pool, 1);
        issue(claim(1, 1, 3));
        cast.cards(shop, pool, 5);

        assertThat(issue(claim(1, 1, 3))).containsExactly(new Issued(1, 1, 3));
        assertThat(deliveredTo(1)).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void serves_many_pools_and_shops_in_one_call() {
        var other = cast.shop();
        var otherPool = cast.pool(other);
        cast.cards(shop, pool, 3);
        cast.cards(other, otherPool, 3);

        var issued = issue(claim(1, 1, 2), new Claim(other, otherPool, 1, 1, 3, List.of()), claim(2, 1, 1));

        assertThat(issued).containsExactly(new Issued(1, 1, 2), new Issued(1, 1, 3), new Issued(2, 1, 1));
        assertThat(count().delivered()).isEqualTo(3);
    }

    @Test
    void hands_a_loop_card_out_again_and_again() {
        var loop = cast.card(shop, pool, aCard().uses(1_000_000_000));

        var issued = issue(claim(1, 1, 3), claim(2, 1, 1));

        assertThat(issued).containsExactly(new Issued(1, 1, 3), new Issued(2, 1, 1));
        assertThat(deliveredTo(1)).containsExactly(loop, loop, loop);
        assertThat(count()).isEqualTo(new PoolCount(shop, pool, 999_999_996, 0, 0, 4, 0, 4, 0));
    }

    @Test
    void gives_the_units_of_one_line_different_cards_while_there_are() {
        var first = cast.card(shop, pool, aCard().uses(3));
        var second = cast.card(shop, pool, aCard().uses(3));

        issue(claim(1, 1, 2));
        issue(claim(2, 1, 3));

        assertThat(deliveredTo(1)).containsExactly(first, second);
        assertThat(deliveredTo(2)).containsExactly(first, second, first);
    }

    @Test
    void stops_at_the_uses_of_a_day() {
        cast.card(shop, pool, aCard().uses(10).perDay(2));
        assertThat(queries.usesLeftToday(shop, pool)).isEqualTo(2);

        assertThat(issue(claim(1, 1, 3))).containsExactly(new Issued(1, 1, 2));
        assertThat(issue(claim(2, 1, 1))).containsExactly(new Issued(2, 1, 0));
        assertThat(queries.usesLeftToday(shop, pool)).isZero();
    }

    @Test
    void starts_a_new_day_with_all_uses_of_a_day() {
        cast.card(shop, pool, aCard().uses(10).perDay(2));
        issue(claim(1, 1, 2));
        jdbc.sql("update vault.card set day = day - 1 where shop_id = ?").params(shop.value()).update();

        assertThat(queries.usesLeftToday(shop, pool)).isEqualTo(2);
        assertThat(issue(claim(2, 1, 1))).containsExactly(new Issued(2, 1, 1));
        assertThat(queries.usesLeftToday(shop, pool)).isEqualTo(1);
    }

    @Test
    void refuses_to_run_outside_a_transaction() {
        cast.cards(shop, pool, 1);

        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> issue.issue(List.of(claim(1, 1, 1))));
        assertThat(count().delivered()).isZero();
    }

    @Test
    void gives_each_of_two_hundred_cards_once_to_buyers_at_the_same_moment() throws Exception {
        cast.cards(shop, pool, 200);

        // Whoever sells has locked the pool by then, which is why buyers never lock each other's cards crosswise.
        var issued = atOnce(150, buyer -> cast.inTransaction(() -> {
            stock.lock(shop, List.of(pool));
            return issue.issue(List.of(claim(1_000 + buyer, 1, 2)));
        }));

        assertThat(issued.stream().flatMap(List::stream).mapToInt(Issued::count).sum()).isEqualTo(200);
        assertThat(count()).isEqualTo(new PoolCount(shop, pool, 0, 0, 0, 200, 0, 200, 0));
    }

    @Test
    void issues_once_when_the_same_line_is_asked_by_many_at_once() throws Exception {
        cast.cards(shop, pool, 200);

        atOnce(100, buyer -> cast.inTransaction(() -> {
            stock.lock(shop, List.of(pool));
            return issue.issue(List.of(claim(1, 1, 3)));
        }));

        assertThat(new HashSet<>(deliveredTo(1))).hasSize(3);
        assertThat(count().delivered()).isEqualTo(3);
    }

    @Test
    void takes_exactly_the_uses_of_a_counted_card_under_a_race() throws Exception {
        cast.card(shop, pool, aCard().uses(60));

        var issued = atOnce(100, buyer -> issue(claim(1_000 + buyer, 1, 1)));

        assertThat(issued.stream().flatMap(List::stream).mapToInt(Issued::count).sum()).isEqualTo(60);
        assertThat(count()).isEqualTo(new PoolCount(shop, pool, 0, 0, 0, 60, 0, 60, 0));
    }

    @Test
    void waits_for_cards_that_another_transaction_only_looks_at() throws Exception {
        cast.cards(shop, pool, 1);
        try (var pool2 = Executors.newVirtualThreadPerTaskExecutor()) {
            var locked = new java.util.concurrent.CountDownLatch(1);
            var release = new java.util.concurrent.CountDownLatch(1);
            var resealing = pool2.submit(() -> cast.inTransaction(() -> {
                jdbc.sql("select card_id from vault.card where shop_id = ? for update").params(shop.value()).query(Long.class).list();
                locked.countDown();
                try {
                    return release.await(60, java.util.concurrent.TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    return false;
                }
            }));
            locked.await();
            var buying = pool2.submit(() -> issue(claim(1, 1, 1)));
            release.countDown();

            assertThat(resealing.get()).isTrue();
            assertThat(buying.get()).containsExactly(new Issued(1, 1, 1));
        }
    }

    private interface Buying {
        List<Issued> run(int buyer);
    }

    private static List<List<Issued>> atOnce(int buyers, Buying buying) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = IntStream.range(0, buyers).mapToObj(n -> (Callable<List<Issued>>) () -> buying.run(n)).toList();
            var issued = new ArrayList<List<Issued>>();
            for (var future : threads.invokeAll(tasks)) {
                issued.add(future.get());
            }
            return issued;
        }
    }

    private Claim claim(long holder, int line, int quantity) {
        return new Claim(shop, pool, holder, line, quantity, List.of());
    }

    private List<Issued> issue(Claim... claims) {
        return cast.inTransaction(() -> issue.issue(List.of(claims)));
    }

    private List<Long> deliveredTo(long holder) {
        return jdbc.sql("select card_id from vault.delivery where shop_id = ? and holder = ? order by line, unit")
            .params(shop.value(), holder).query(Long.class).list();
    }

    private PoolCount count() {
        return queries.countByPool(shop).getFirst();
    }
}
