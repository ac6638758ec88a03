package io.wanqu.kernel.event;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WanquTest
class EventLogTest {

    @Autowired
    private EventLog eventLog;
    @Autowired
    private EventCursors cursors;
    @Autowired
    private Bell bell;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Ids ids;

    private final List<EventReaders> started = new ArrayList<>();
    private final String cursor = "test." + UUID.randomUUID();
    private ShopId shop;

    @BeforeEach
    void aShop() {
        shop = new ShopId(ids.next());
    }

    /** A cursor that nobody moves any more would keep partitions from being dropped. */
    @AfterEach
    void stop() {
        started.forEach(EventReaders::stop);
        await().atMost(60, SECONDS).until(() -> {
            jdbc.sql("delete from kernel.event_cursor where name = ?").param(cursor).update();
            return jdbc.sql("select count(*) from kernel.event_cursor where name = ?").param(cursor).query(Long.class).single() == 0;
        });
    }

    @Test
    void events_are_read_in_the_order_of_their_transactions() {
        var seen = new LinkedBlockingQueue<Long>();
        append(1, 2, 3);
        append(4);
        append(5, 6);
        readers(listener(batch -> batch.forEach(event -> seen.add(event.subject()))));

        await().atMost(60, SECONDS).until(() -> seen.size() == 6);

        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void an_event_of_a_transaction_that_was_begun_earlier_and_ends_later_is_not_passed_over() throws Exception {
        var seen = new LinkedBlockingQueue<Long>();
        var written = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var slow = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            eventLog.append(List.of(new Happened(shop, 1)));
            written.countDown();
            pass(commit);
        }), Executors.newVirtualThreadPerTaskExecutor());
        written.await();
        readers(listener(batch -> batch.forEach(event -> seen.add(event.subject()))));
        append(2);
        var reader = new EventReaders(List.of(), cursors, bell, transaction, settings());
        await().atMost(60, SECONDS).pollDelay(Duration.ofMillis(300)).until(() -> reader.readOnce(listener(batch -> seen.add(99L)), 10) == 0);
        assertThat(seen).isEmpty();

        commit.countDown();
        slow.get(60, SECONDS);

        await().atMost(60, SECONDS).until(() -> seen.size() == 2);
        assertThat(seen).containsExactly(1L, 2L);
    }

    @Test
    void an_event_that_fails_its_listener_is_set_aside_and_the_others_arrive() {
        var seen = new LinkedBlockingQueue<Long>();
        append(LongStream.rangeClosed(1, 20).toArray());
        readers(listener(batch -> {
            if (batch.stream().anyMatch(event -> event.subject() == 7)) {
                throw new IllegalStateException("seven");
            }
            batch.forEach(event -> seen.add(event.subject()));
        }));

        await().atMost(60, SECONDS).until(() -> seen.size() == 19);

        assertThat(List.copyOf(seen)).doesNotContain(7L).isSorted().doesNotHaveDuplicates();
        assertThat(jdbc.sql("select subject || ' ' || reason from kernel.event_parked where shop_id = ?").param(shop.value())
                .query(String.class).list()).containsExactly("7 java.lang.IllegalStateException: seven");
    }

    @Test
    void many_readers_of_one_cursor_handle_each_event_once() {
        var seen = new LinkedBlockingQueue<Long>();
        for (var n = 0; n < 6; n++) {
            readers(listener(batch -> batch.forEach(event -> seen.add(event.subject()))));
        }
        for (var n = 0; n < 200; n++) {
            append(n);
        }

        await().atMost(60, SECONDS).until(() -> seen.size() >= 200);
        await().during(Duration.ofMillis(300)).atMost(60, SECONDS).until(() -> seen.size() == 200);

        assertThat(List.copyOf(seen)).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void a_listener_that_fails_leaves_nothing_of_what_it_wrote() {
        var failed = new CountDownLatch(1);
        append(1);
        readers(listener(batch -> {
            jdbc.sql("insert into kernel.event_parked (shop_id, event_id, cursor, type, subject, body, reason) values (?, ?, ?, 'x', 1, '{}', 'x')")
                .params(shop.value(), ids.next(), cursor).update();
            if (failed.getCount() > 0) {
                failed.countDown();
                throw new IllegalStateException("once");
            }
        }));

        await().atMost(60, SECONDS).until(() -> parked() == 1);
        await().during(Duration.ofMillis(200)).atMost(60, SECONDS).until(() -> parked() == 1);
    }

    @Test
    void a_listener_is_woken_within_a_second() {
        var seen = new LinkedBlockingQueue<Long>();
        readers(listener(batch -> batch.forEach(event -> seen.add(event.subject()))));
        append(1);
        await().atMost(60, SECONDS).until(() -> seen.size() == 1);
        await().pollDelay(Duration.ofMillis(1_500)).until(() -> true);
        var rings = bell.rings();

        var from = System.nanoTime();
        append(2);
        await().atMost(60, SECONDS).pollInterval(Duration.ofMillis(2)).until(() -> seen.size() == 2);

        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofMillis(900));
        assertThat(bell.rings()).as("rung by the commit").isGreaterThan(rings);
    }

    @Test
    void a_listener_reads_only_what_it_asked_for() {
        var seen = new LinkedBlockingQueue<String>();
        transaction.executeWithoutResult(status -> eventLog.append(List.of(new Happened(shop, 1), new Ignored(shop, 2), new Happened(shop, 3))));
        readers(listener(batch -> batch.forEach(event -> seen.add(event.type() + " " + event.as(Happened.class).subject()))));

        await().atMost(60, SECONDS).until(() -> seen.size() == 2);

        assertThat(seen).containsExactly("kernel.test-happened 1", "kernel.test-happened 3");
    }

    @Test
    void a_listener_does_not_read_while_nothing_of_its_types_is_new() {
        var seen = new LinkedBlockingQueue<Long>();
        readers(listener(batch -> batch.forEach(event -> seen.add(event.subject()))));
        append(1);
        await().atMost(60, SECONDS).until(() -> seen.size() == 1);

        await().atMost(60, SECONDS).until(this::staysAwayFromWhatItIgnores);

        var before = position();
        append(2);
        await().atMost(60, SECONDS).until(() -> seen.size() == 2);
        await().atMost(60, SECONDS).until(() -> !position().equals(before));
    }

    /** A try may fall into the look that a reader takes by itself every five seconds; one that is woken moves in every try. */
    private boolean staysAwayFromWhatItIgnores() {
        var before = position();
        for (var n = 0; n < 30; n++) {
            transaction.executeWithoutResult(status -> eventLog.append(List.of(new Ignored(shop, 1))));
        }
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        return position().equals(before);
    }

    private String position() {
        return jdbc.sql("select xid::text from kernel.event_cursor where name = ?").param(cursor).query(String.class).single();
    }

    private long parked() {
        return jdbc.sql("select count(*) from kernel.event_parked where shop_id = ?").param(shop.value()).query(Long.class).single();
    }

    private void append(long... subjects) {
        transaction.executeWithoutResult(status ->
                eventLog.append(LongStream.of(subjects).mapToObj(subject -> new Happened(shop, subject)).toList()));
    }

    private void readers(EventListener listener) {
        var readers = new EventReaders(List.of(listener), cursors, bell, transaction, settings());
        started.add(readers);
        readers.start();
    }

    private static EventSettings settings() {
        return new EventSettings(30, 14, 3, Duration.ofMillis(5), Duration.ofMillis(5));
    }

    /** Hears only of this test's shop, because the log is everybody's. */
    private EventListener listener(Consumer<List<StoredEvent>> work) {
        return new EventListener() {
            @Override
            public String cursor() {
                return cursor;
            }

            @Override
            public Set<Class<? extends Event>> events() {
                return Set.of(Happened.class);
            }

            @Override
            public void on(List<StoredEvent> batch) {
                var own = batch.stream().filter(event -> event.shop().equals(shop)).toList();
                if (!own.isEmpty()) {
                    work.accept(own);
                }
            }
        };
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Named("kernel.test-happened")
    public record Happened(ShopId shop, long subject) implements Event {
    }

    @Named("kernel.test-ignored")
    public record Ignored(ShopId shop, long subject) implements Event {
    }
}
