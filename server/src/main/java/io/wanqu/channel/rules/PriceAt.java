package io.wanqu.channel.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import io.wanqu.kernel.ChannelId;
import io.wanqu.pricing.WritePriceList.Row;

/** The prices of one SKU under a price list that may not be written yet, by the same order as the list itself is read. */
record PriceAt(long listMinor, List<Row> rows) {

    private static final Comparator<Row> FIRST = Comparator.comparing((Row row) -> row.channel() == null)
            .thenComparing(row -> -row.minQuantity())
            .thenComparing(Row::validFrom, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()).reversed());

    long of(ChannelId channel, int quantity, Instant at) {
        return rows.stream()
                .filter(row -> (row.channel() == null || row.channel().equals(channel)) && row.minQuantity() <= quantity)
                .filter(row -> row.validFrom() == null || !row.validFrom().isAfter(at))
                .filter(row -> row.validTo() == null || row.validTo().isAfter(at))
                .min(FIRST).map(Row::unitMinor).orElse(listMinor);
    }

    /** The worst moment and quantity within an agreement's time at which the price is too low. */
    Optional<Low> low(Agreement agreement, Channels channels, Instant now) {
        Low worst = null;
        for (var at : moments(agreement, now)) {
            for (var quantity : quantities()) {
                var price = of(channels.here, quantity, at);
                var least = agreement.leastMinor() == null ? of(channels.other, quantity, at) : agreement.leastMinor();
                if (price < least && (worst == null || price < worst.priceMinor)) {
                    worst = new Low(quantity, price, least);
                }
            }
        }
        return Optional.ofNullable(worst);
    }

    private TreeSet<Integer> quantities() {
        var all = new TreeSet<Integer>(List.of(1));
        rows.forEach(row -> all.add(row.minQuantity()));
        return all;
    }

    private List<Instant> moments(Agreement agreement, Instant now) {
        var from = agreement.validFrom().isAfter(now) ? agreement.validFrom() : now;
        var all = new TreeSet<Instant>(List.of(from));
        for (var row : rows) {
            if (row.validFrom() != null) {
                all.add(row.validFrom());
            }
            if (row.validTo() != null) {
                all.add(row.validTo());
            }
        }
        var within = new ArrayList<Instant>();
        all.stream().filter(at -> !at.isBefore(from) && (agreement.validTo() == null || at.isBefore(agreement.validTo()))).forEach(within::add);
        return within;
    }

    /** Whose price lists apply on either side of an agreement. */
    record Channels(ChannelId here, ChannelId other) {
    }

    record Low(int quantity, long priceMinor, long leastMinor) {
    }
}
