package io.wanqu.channel.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.intake.Sighting.State;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Json;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channel.external_order table: the last words of a channel on each of its orders. */
@Repository
public class ExternalOrders {

    private static final String SEPARATOR = "\n";

    private final JdbcClient jdbc;
    private final SealedBuyers buyers;

    ExternalOrders(JdbcClient jdbc, SealedBuyers buyers) {
        this.jdbc = jdbc;
        this.buyers = buyers;
    }

    Map<String, Known> known(ChannelKey key, Collection<String> orders) {
        var known = new HashMap<String, Known>();
        jdbc.sql("""
                select external_order, fingerprint, state
                  from channel.external_order
                 where shop_id = :shop and channel_id = :channel and external_order = any(:orders)
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("orders", orders.toArray(String[]::new))
            .query(row -> {
                known.put(row.getString("external_order"), new Known(row.getString("fingerprint"), row.getString("state")));
            });
        return known;
    }

    /**
     * Writes down what was seen and returns the orders for which it is the latest; the rows stay locked, so that a push
     * and a poll that read the same order at once follow each other.
     */
    Set<String> see(ChannelKey key, List<Sighting> sightings, Instant readAt) {
        return new HashSet<>(jdbc.sql("""
                insert into channel.external_order
                       (shop_id, channel_id, external_order, fingerprint, state, on_hold, refunded, lines, buyer, paid_at, read_at)
                select :shop, :channel, external_order, fingerprint, state, on_hold,
                       string_to_array(refunded, :separator), lines, buyer, paid_at::timestamptz, :readAt
                  from unnest(:orders, :fingerprints, :states, :holds, :refunded, :lines, :buyers, :paid)
                       as row (external_order, fingerprint, state, on_hold, refunded, lines, buyer, paid_at)
                 order by external_order
                    on conflict (shop_id, channel_id, external_order) do update
                   set fingerprint = excluded.fingerprint, state = excluded.state, on_hold = excluded.on_hold,
                       refunded = excluded.refunded, lines = excluded.lines,
                       buyer = case when external_order.state = 'taken' then external_order.buyer else excluded.buyer end,
                       paid_at = coalesce(external_order.paid_at, excluded.paid_at), read_at = excluded.read_at
                 where external_order.read_at <= excluded.read_at
                returning external_order
                """)
            .params(Columns.of(sightings)
                    .texts("orders", it -> it.order().externalOrderId())
                    .texts("fingerprints", it -> Sighting.fingerprint(it.order()))
                    .texts("states", it -> it.state().text())
                    .booleans("holds", Sighting::onHold)
                    .texts("refunded", it -> String.join(SEPARATOR, it.refunded()))
                    .texts("lines", ExternalOrders::lines)
                    .bytes("buyers", it -> buyers.sealed(key, it))
                    .texts("paid", it -> text(it.order().times().paidAt()))
                    .and("shop", key.shop().value())
                    .and("channel", key.channel().value())
                    .and("separator", SEPARATOR)
                    .and("readAt", readAt.atOffset(ZoneOffset.UTC))
                    .params())
            .query((row, n) -> row.getString("external_order"))
            .list());
    }

    /** What the order said before counts no more. */
    void forget(ChannelKey key, String order) {
        jdbc.sql("""
                update channel.external_order
                   set fingerprint = ''
                 where shop_id = :shop and channel_id = :channel and external_order = :order
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("order", order)
            .update();
    }

    List<String> unmapped(ChannelKey key) {
        return jdbc.sql("""
                select external_order
                  from channel.external_order
                 where shop_id = :shop and channel_id = :channel and state = 'unmapped'
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .query(String.class)
            .list();
    }

    /** What a write-back needs to know, by the channel's number. */
    public Map<String, Told> told(ChannelKey key, Collection<String> orders) {
        var told = new HashMap<String, Told>();
        jdbc.sql("""
                select external_order, on_hold, refunded, lines, paid_at
                  from channel.external_order
                 where shop_id = :shop and channel_id = :channel and external_order = any(:orders)
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("orders", orders.toArray(String[]::new))
            .query(row -> {
                var items = new HashMap<String, Item>();
                Arrays.stream(Json.read(row.getString("lines"), SoldLine[].class))
                        .forEach(line -> items.put(line.line, new Item(line.product, line.sku)));
                told.put(row.getString("external_order"), new Told(row.getBoolean("on_hold"),
                        Set.of((String[]) row.getArray("refunded").getArray()), items, instant(row.getTimestamp("paid_at"))));
            });
        return told;
    }

    private static String lines(Sighting sighting) {
        return Json.write(sighting.order().lines().stream()
                .map(line -> new SoldLine(line.externalLineId(), line.item().externalProductId(), line.item().externalSkuId()))
                .toList());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** What was made of the last description. */
    record Known(String fingerprint, String state) {

        /** An order that could not be taken is looked at again, whatever it says. */
        boolean settledAs(String other) {
            return fingerprint.equals(other) && !state.equals(State.UNMAPPED.text());
        }

        boolean taken() {
            return state.equals(State.TAKEN.text());
        }
    }

    /**
     * @param onHold   an after-sale is open
     * @param refunded lines whose money went back
     * @param items    what was sold on each line
     */
    public record Told(boolean onHold, Set<String> refunded, Map<String, Item> items, @Nullable Instant paidAt) {
    }

    private record SoldLine(String line, String product, String sku) {
    }
}
