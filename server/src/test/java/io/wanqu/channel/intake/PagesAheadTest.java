package io.wanqu.channel.intake;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.wanqu.channel.intake.PagesAhead.Page;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.OrderPage;
import io.wanqu.connector.OrderStatus;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages of a hundred orders each; the number of a page is its place. */
class PagesAheadTest {

    private static final Instant BEGIN = Instant.parse("2026-04-01T08:00:00Z");

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void joins_the_pages_that_came_meanwhile_and_tells_the_oldest_time() {
        try (var pages = new PagesAhead("pages", pages(4))) {
            await().atMost(60, SECONDS).until(() -> asked.get() == 4);

            var joined = pages.next().orElseThrow();
            var rest = pages.next().orElseThrow();

            assertThat(joined.list()).hasSize(300);
            assertThat(joined.readAt()).isEqualTo(BEGIN);
            assertThat(rest.list()).hasSize(100);
            assertThat(rest.list().getFirst().externalOrderId()).isEqualTo("300");
            assertThat(pages.next()).isEmpty();
        }
    }

    @Test
    void waits_for_nobody_when_one_page_is_there() {
        var second = new Semaphore(0);
        try (var pages = new PagesAhead("pages", place -> {
            if (place != null) {
                second.acquireUninterruptibly();
            }
            return pages(2).apply(place);
        })) {
            assertThat(pages.next().orElseThrow().list()).hasSize(100);
            second.release();
            assertThat(pages.next().orElseThrow().list()).hasSize(100);
            assertThat(pages.next()).isEmpty();
        }
    }

    @Test
    void gives_what_came_before_a_channel_fell_silent_and_then_says_so() {
        try (var pages = new PagesAhead("pages", place -> {
            if ("2".equals(place)) {
                throw ConnectorException.unreachable("silent", null);
            }
            return pages(4).apply(place);
        })) {
            await().atMost(60, SECONDS).until(() -> asked.get() == 2);

            assertThat(pages.next().orElseThrow().list()).hasSizeBetween(100, 200);
            assertThatThrownBy(() -> {
                while (pages.next().isPresent()) {
                    Thread.onSpinWait();
                }
            }).isInstanceOf(ConnectorException.class);
        }
    }

    private Function<@Nullable String, Page> pages(int count) {
        return place -> {
            var number = place == null ? 0 : Integer.parseInt(place);
            var orders = IntStream.range(number * 100, (number + 1) * 100).mapToObj(PagesAheadTest::order).toList();
            asked.incrementAndGet();
            return new Page(new OrderPage(orders, number + 1 < count ? Integer.toString(number + 1) : null), BEGIN.plusSeconds(number));
        };
    }

    private static ChannelOrder order(int number) {
        return new ChannelOrder(Integer.toString(number), OrderStatus.PAID, "paid", List.of(), new ChannelOrder.Total(990, "CNY"), null,
                new ChannelOrder.Times(BEGIN, BEGIN, BEGIN));
    }
}
