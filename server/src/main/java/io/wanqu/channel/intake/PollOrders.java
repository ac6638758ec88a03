package io.wanqu.channel.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import io.wanqu.channel.ChannelSettings;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.account.Troubles;
import io.wanqu.channel.intake.Cursors.Cursor;
import io.wanqu.channel.intake.Cursors.Next;
import io.wanqu.channel.intake.PagesAhead.Page;
import io.wanqu.channel.queue.Lane;
import io.wanqu.channel.queue.Wake;
import io.wanqu.connector.AfterSale;
import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ConnectorException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what changed since the last run, so that a lost push costs time and no order. Each run reaches back behind its
 * cursor, and now and then further, because a channel's time of change may lag; the cursor moves only when the whole
 * span was read and stored.
 */
@Component
public class PollOrders implements Lane {

    private final Cursors cursors;
    private final TakeIn takeIn;
    private final Troubles troubles;
    private final Wake wake;
    private final ChannelSettings settings;
    private final Clock clock;

    PollOrders(Cursors cursors, TakeIn takeIn, Troubles troubles, Wake wake, ChannelSettings settings, Clock clock) {
        this.cursors = cursors;
        this.takeIn = takeIn;
        this.troubles = troubles;
        this.wake = wake;
        this.settings = settings;
        this.clock = clock;
    }

    /** Lets the next run begin at once. */
    public void dueNow(ChannelKey key) {
        cursors.dueNow(key, clock.instant());
        wake.now();
    }

    /** Reads what came while nobody listened to the channel's messages. */
    void catchUp(ChannelKey key) {
        cursors.incrementNow(key, clock.instant());
        wake.now();
    }

    @Override
    public String name() {
        return "poll";
    }

    @Override
    public List<ChannelKey> due(Instant now) {
        return cursors.due(now);
    }

    @Override
    public void run(OpenChannel channel) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        cursors.claim(channel.key(), now, now.plus(settings.lease())).ifPresent(cursor -> new Run(channel, cursor, now).poll());
    }

    /** One reading of the span from the cursor until now. */
    private final class Run {

        private final OpenChannel channel;
        private final Instant now;
        private Cursor cursor;

        Run(OpenChannel channel, Cursor cursor, Instant now) {
            this.channel = channel;
            this.cursor = cursor;
            this.now = now;
        }

        void poll() {
            try {
                for (var window : windows()) {
                    orders(window);
                    afterSales(window);
                }
                cursors.advance(channel.key(), cursor.held(), now, next());
                troubles.over(channel);
            } catch (ConnectorException e) {
                troubles.met(channel, e);
                putOff(troubles.after(channel.channel().failures() + 1, e));
            } catch (RuntimeException e) {
                putOff(settings.calls().retryMax());
                throw e;
            }
        }

        private Next next() {
            var polling = channel.capabilities().polling();
            var interval = settings.poll().interval();
            return new Next(clock.instant().plus(interval == null ? polling.interval() : interval),
                    cursor.deep() ? now.plus(settings.poll().deepEach()) : null);
        }

        private void putOff(Duration pause) {
            cursors.putOff(channel.key(), cursor.held(), clock.instant().plus(pause));
        }

        private List<ChangeWindow> windows() {
            var windows = new ArrayList<ChangeWindow>();
            var longest = channel.capabilities().polling().windowMax();
            for (var from = from(); from.isBefore(now); from = from.plus(longest)) {
                var until = from.plus(longest);
                windows.add(ChangeWindow.updated(from, until.isBefore(now) ? until : now));
            }
            return windows;
        }

        private Instant from() {
            var polling = channel.capabilities().polling();
            var before = cursor.until();
            if (before == null) {
                return now.minus(shorter(settings.poll().backfill(), polling.history()));
            }
            var overlap = cursor.deep() ? polling.overlap() : shorter(settings.poll().overlap(), polling.overlap());
            var from = before.minus(overlap);
            var oldest = now.minus(polling.history()).plusSeconds(60);
            return from.isBefore(oldest) ? oldest : from;
        }

        /** While some pages are taken in, the next ones are on their way. */
        private void orders(ChangeWindow window) {
            try (var ahead = new PagesAhead("channel-page-" + channel.key(), place -> page(window, place))) {
                for (var orders = ahead.next(); orders.isPresent(); orders = ahead.next()) {
                    takeIn.take(channel, orders.get().list(), orders.get().readAt());
                    goOn();
                }
            }
        }

        private Page page(ChangeWindow window, @Nullable String place) {
            var readAt = clock.instant();
            return new Page(channel.callAhead(session -> session.ordersChanged(window, place)), readAt);
        }

        /** A refund need not touch its order's time of change, so cases are read beside the orders. */
        private void afterSales(ChangeWindow window) {
            @Nullable String place = null;
            do {
                var at = place;
                var page = channel.call(session -> session.afterSalesChanged(window, at));
                var orders = new HashSet<>(page.changes().stream().map(AfterSale::externalOrderId).toList());
                var readAt = clock.instant();
                takeIn.take(channel, readAgain(List.copyOf(orders)), readAt);
                place = page.next();
                goOn();
            } while (place != null);
        }

        private List<ChannelOrder> readAgain(List<String> orders) {
            return channel.each(orders, order -> channel.call(session -> session.order(order))).stream()
                    .flatMap(Optional::stream)
                    .toList();
        }

        private void goOn() {
            var until = clock.instant().plus(settings.lease()).truncatedTo(ChronoUnit.MICROS);
            if (!cursors.extend(channel.key(), cursor.held(), until)) {
                throw ConnectorException.unreachable("another node reads this channel", null);
            }
            cursor = cursor.held(until);
        }

        private static Duration shorter(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }
    }
}
