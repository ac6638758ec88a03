package io.wanqu.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wanqu.connector.ConnectorException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {

    @Test
    void answers_in_the_order_of_the_questions_and_asks_few_at_once() {
        var running = new AtomicInteger();
        var most = new AtomicInteger();

        var answers = Together.each(IntStream.range(0, 50).boxed().toList(), number -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            LockSupport.parkNanos(1_000_000);
            running.decrementAndGet();
            return number * 2;
        });

        assertThat(answers).isEqualTo(IntStream.range(0, 50).mapToObj(number -> number * 2).toList());
        assertThat(most.get()).isBetween(1, 8);
    }

    @Test
    void passes_on_the_first_trouble() {
        assertThatExceptionOfType(ConnectorException.class).isThrownBy(() -> Together.each(List.of(1, 2), _ -> {
            throw ConnectorException.failing("20", "ill");
        })).matches(trouble -> trouble.code().equals("20"));
    }

    @Test
    void asks_nothing_when_there_is_nothing_to_ask() {
        assertThat(Together.each(List.of(), each -> each)).isEmpty();
    }
}
