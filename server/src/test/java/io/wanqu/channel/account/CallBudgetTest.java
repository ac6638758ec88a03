package io.wanqu.channel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class CallBudgetTest {

    private static final int PER_SECOND = 100;
    private static final int CALLS = 150;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void two_nodes_together_stay_within_the_budget_of_an_application() {
        var app = UUID.randomUUID().toString();
        var nodes = List.of(new CallBudget(jdbc, "invented", app, PER_SECOND), new CallBudget(jdbc, "invented", app, PER_SECOND));
        var began = System.nanoTime();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            nodes.forEach(node -> IntStream.range(0, CALLS).forEach(n -> threads.submit(node::take)));
        }

        var seconds = (System.nanoTime() - began) / 1e9;
        assertThat(seconds).isGreaterThan(2.0 * CALLS / PER_SECOND - 0.5);
        assertThat(nodes.getFirst().slices() + nodes.getLast().slices()).isLessThan(CALLS / 2);
    }

    @Test
    void a_lone_call_does_not_wait() {
        var budget = new CallBudget(jdbc, "invented", UUID.randomUUID().toString(), 1);
        var began = System.nanoTime();

        budget.take();

        assertThat(System.nanoTime() - began).isLessThan(Duration.ofMillis(900).toNanos());
        assertThat(budget.slices()).isEqualTo(1);
    }
}
