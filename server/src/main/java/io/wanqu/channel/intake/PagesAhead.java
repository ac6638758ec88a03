package io.wanqu.channel.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.OrderPage;

import org.jspecify.annotations.Nullable;

/**
 * Reads a span page after page, some ahead of whoever takes the orders in, and joins what is there by then: a statement costs
 * nearly as much for a hundred orders as for three hundred.
 */
final class PagesAhead implements AutoCloseable {

    private static final int AHEAD_MAX = 3;
    private static final int ORDERS_MAX = 300;

    private final BlockingQueue<Read> ready = new ArrayBlockingQueue<>(AHEAD_MAX);
    private final Thread reader;
    private boolean ended;

    /** @param pages the page at a place, the first one at none, and when it was asked for */
    PagesAhead(String name, Function<@Nullable String, Page> pages) {
        reader = Thread.ofVirtual().name(name).start(() -> read(pages));
    }

    /** Orders that nobody has taken yet, the oldest first; none when the span is read to its end. */
    Optional<Orders> next() {
        var orders = new ArrayList<ChannelOrder>();
        Instant readAt = null;
        var read = ended ? null : await();
        while (read != null) {
            var page = read.page();
            readAt = readAt == null ? page.readAt : readAt;
            orders.addAll(page.orders.orders());
            ended = page.orders.next() == null;
            var waiting = ready.peek();
            read = ended || orders.size() >= ORDERS_MAX || waiting == null || waiting.failed() ? null : ready.poll();
        }
        return readAt == null ? Optional.empty() : Optional.of(new Orders(orders, readAt));
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    private void read(Function<@Nullable String, Page> pages) {
        try {
            @Nullable String place = null;
            do {
                var read = readOne(pages, place);
                ready.put(read);
                place = read.failed() ? null : read.page().orders.next();
            } while (place != null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Read readOne(Function<@Nullable String, Page> pages, @Nullable String place) {
        try {
            return new Read(pages.apply(place), null);
        } catch (RuntimeException e) {
            return new Read(null, e);
        }
    }

    private Read await() {
        try {
            return ready.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectorException.unreachable("interrupted", e);
        }
    }

    /** @param readAt when it was asked for */
    record Page(OrderPage orders, Instant readAt) {
    }

    /** @param readAt when the channel was asked for the first of them: all are at least as young as that */
    record Orders(List<ChannelOrder> list, Instant readAt) {
    }

    private record Read(@Nullable Page read, @Nullable RuntimeException failure) {

        boolean failed() {
            return failure != null;
        }

        Page page() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(read);
        }
    }
}
