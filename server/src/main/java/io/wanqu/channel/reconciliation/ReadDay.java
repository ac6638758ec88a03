package io.wanqu.channel.reconciliation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import io.wanqu.channel.ChannelSettings;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelOrder;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from a channel what it knows of a day. */
@Component
class ReadDay {

    private static final int PAGES_MAX = 10_000;

    private final ChannelSettings settings;
    private final Clock clock;

    ReadDay(ChannelSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Span span(LocalDate day) {
        return new Span(day.atStartOfDay(settings.zone()).toInstant(), day.plusDays(1).atStartOfDay(settings.zone()).toInstant());
    }

    LocalDate yesterday() {
        return LocalDate.ofInstant(clock.instant(), settings.zone()).minusDays(1);
    }

    Instant now() {
        return clock.instant();
    }

    /** Orders that were created there within the span, by their number; empty for a channel that lists none. */
    Map<String, ChannelOrder> orders(OpenChannel channel, Span span) {
        var found = new TreeMap<String, ChannelOrder>();
        var polling = channel.capabilities().polling();
        if (!polling.lists()) {
            return found;
        }
        var end = span.until.isBefore(clock.instant()) ? span.until : clock.instant();
        for (var from = span.from; from.isBefore(end); from = from.plus(polling.windowMax())) {
            var until = from.plus(polling.windowMax());
            var window = ChangeWindow.created(from, until.isBefore(end) ? until : end);
            @Nullable String place = null;
            var pages = 0;
            do {
                var at = place;
                var page = channel.call(session -> session.ordersChanged(window, at));
                page.orders().stream().filter(order -> span.holds(order.times().createdAt()))
                        .forEach(order -> found.put(order.externalOrderId(), order));
                place = page.next();
                pages++;
            } while (place != null && pages < PAGES_MAX);
        }
        return found;
    }

    /** The stock that the channel shows; empty where offers cannot be read. */
    Map<Item, Long> stock(OpenChannel channel) {
        var shown = new HashMap<Item, Long>();
        if (!channel.capabilities().content().reads() || !channel.capabilities().stock().full()) {
            return shown;
        }
        @Nullable String place = null;
        var pages = 0;
        do {
            var at = place;
            var page = channel.call(session -> session.listings(at));
            page.listings().forEach(listing -> listing.skus().forEach(sku ->
                    shown.put(new Item(listing.externalProductId(), sku.externalSkuId()), sku.stock())));
            place = page.next();
            pages++;
        } while (place != null && pages < PAGES_MAX);
        return shown;
    }

    /** From, and until with the end left out. */
    record Span(Instant from, Instant until) {

        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }
}
