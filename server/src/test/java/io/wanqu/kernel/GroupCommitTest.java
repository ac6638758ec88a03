package io.wanqu.kernel;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;

class GroupCommitTest {

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<List<Integer>> batches = new ConcurrentLinkedQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private GroupCommit<Integer, String> group = new GroupCommit<>("test", 1, 100, inputs -> List.of());

    @AfterEach
    void close() {
        gate.countDown();
        group.close();
        callers.close();
    }

    @Test
    void what_arrives_while_a_lane_is_busy_becomes_one_batch_and_each_gets_its_own_answer() throws Exception {
        begin(100, inputs -> inputs.stream().map(n -> "answer " + n).toList());
        var first = submit(0);
        await().atMost(60, SECONDS).until(() -> batches.size() == 1);
        var rest = new ArrayList<CompletableFuture<String>>();
        for (var n = 1; n <= 50; n++) {
            rest.add(submit(n));
            var sent = n;
            await().atMost(60, SECONDS).pollInterval(java.time.Duration.ofMillis(1)).until(() -> group.waiting() == sent);
        }

        gate.countDown();

        assertThat(first.get(60, SECONDS)).isEqualTo("answer 0");
        for (var n = 1; n <= 50; n++) {
            assertThat(rest.get(n - 1).get(60, SECONDS)).isEqualTo("answer " + n);
        }
        assertThat(batches).hasSize(2);
        assertThat(List.copyOf(batches).get(1)).hasSize(50).startsWith(1, 2, 3);
    }

    @Test
    void no_batch_is_larger_than_allowed() throws Exception {
        begin(8, inputs -> inputs.stream().map(String::valueOf).toList());
        var all = gather(30);

        gate.countDown();

        for (var it : all) {
            it.get(60, SECONDS);
        }
        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(8));
        assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(31);
    }

    @Test
    void the_one_that_fails_gets_its_exception_alone() throws Exception {
        begin(100, inputs -> {
            if (inputs.contains(13)) {
                throw new IllegalArgumentException("thirteen among " + inputs.size());
            }
            return inputs.stream().map(String::valueOf).toList();
        });
        var all = gather(20);

        gate.countDown();

        for (var n = 1; n <= 20; n++) {
            var answer = all.get(n);
            if (n == 13) {
                assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> answer.get(60, SECONDS))
                        .withCauseInstanceOf(IllegalArgumentException.class).withMessageContaining("thirteen among 1");
            } else {
                assertThat(answer.get(60, SECONDS)).isEqualTo(String.valueOf(n));
            }
        }
    }

    @Test
    void a_lone_one_that_met_another_transaction_is_tried_again() {
        var tries = new AtomicInteger();
        group = new GroupCommit<>("test", 1, 100, inputs -> {
            if (tries.incrementAndGet() < 3) {
                throw new DuplicateKeyException("somebody was quicker");
            }
            return List.of("third");
        });

        assertThat(group.submit(1)).isEqualTo("third");
        assertThat(tries).hasValue(3);
    }

    @Test
    void a_lone_one_is_not_tried_for_ever() {
        var tries = new AtomicInteger();
        group = new GroupCommit<>("test", 1, 100, inputs -> {
            tries.incrementAndGet();
            throw new DuplicateKeyException("always");
        });

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> group.submit(1));
        assertThat(tries).hasValue(3);
    }

    @Test
    void when_the_database_is_away_all_are_told_at_once() throws Exception {
        var tries = new AtomicInteger();
        begin(100, inputs -> {
            tries.incrementAndGet();
            throw new DataAccessResourceFailureException("gone");
        });
        var all = gather(20);

        gate.countDown();

        assertThat(all).allSatisfy(it -> assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> it.get(60, SECONDS))
                .withCauseInstanceOf(DataAccessResourceFailureException.class));
        assertThat(tries).hasValue(2);
    }

    @Test
    void work_that_forgets_an_answer_is_a_failure() {
        group = new GroupCommit<>("test", 1, 100, inputs -> List.of());

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> group.submit(1)).withMessage("test answered 0 of 1");
    }

    @Test
    void more_than_can_wait_is_refused_at_once() throws Exception {
        begin(100, inputs -> inputs.stream().map(String::valueOf).toList());
        submit(0);
        await().atMost(60, SECONDS).until(() -> batches.size() == 1);
        for (var n = 0; n < 20_000; n++) {
            submit(n);
        }
        await().atMost(60, SECONDS).until(() -> group.waiting() == 20_000);

        assertThatExceptionOfType(KernelProblem.Overloaded.class).isThrownBy(() -> group.submit(1));
    }

    @Test
    void closing_refuses_those_who_wait_and_lets_a_running_batch_end() throws Exception {
        begin(100, inputs -> inputs.stream().map(String::valueOf).toList());
        var all = gather(5);
        var closing = callers.submit(group::close);
        for (var waiting : all.subList(1, 6)) {
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> waiting.get(60, SECONDS))
                    .withCauseInstanceOf(KernelProblem.Overloaded.class);
        }
        assertThat(closing.isDone()).isFalse();

        gate.countDown();

        assertThat(all.getFirst().get(60, SECONDS)).isEqualTo("0");
        closing.get(60, SECONDS);
        assertThatExceptionOfType(KernelProblem.Overloaded.class).isThrownBy(() -> group.submit(7));
    }

    /** A lane whose first batch stands at the gate. */
    private void begin(int batchMax, Function<List<Integer>, List<String>> work) {
        group.close();
        group = new GroupCommit<>("test", 1, batchMax, inputs -> {
            if (batches.isEmpty()) {
                batches.add(inputs);
                passGate();
            } else {
                batches.add(inputs);
            }
            return work.apply(inputs);
        });
    }

    private void passGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One at the gate, and so many behind it. */
    private List<CompletableFuture<String>> gather(int count) {
        var all = new ArrayList<CompletableFuture<String>>();
        all.add(submit(0));
        await().atMost(60, SECONDS).until(() -> batches.size() == 1);
        for (var n = 1; n <= count; n++) {
            all.add(submit(n));
        }
        await().atMost(60, SECONDS).until(() -> group.waiting() == count);
        return all;
    }

    private CompletableFuture<String> submit(int input) {
        return CompletableFuture.supplyAsync(() -> group.submit(input), callers);
    }
}
