package io.wanqu.channel.supply;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.kernel.Columns;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channel.supply_order table: the first outcome of each of a buying channel's order numbers. */
@Repository
public class SupplyOrders {

    private final JdbcClient jdbc;

    SupplyOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns those that are new. */
    Set<String> add(ChannelKey key, List<Row> rows) {
        return new HashSet<>(jdbc.sql("""
                insert into channel.supply_order (shop_id, channel_id, order_number, external_product, external_sku, quantity,
                       amount_minor, state, reason, notice_to, ordered_at)
                select :shop, :channel, order_number, external_product, external_sku, quantity, amount_minor, state, reason, notice_to,
                       ordered_at::timestamptz
                  from unnest(:numbers, :products, :externals, :quantities, :amounts, :states, :reasons, :notices, :ats)
                       as row (order_number, external_product, external_sku, quantity, amount_minor, state, reason, notice_to, ordered_at)
                 order by order_number
                    on conflict do nothing
                returning order_number
                """)
            .params(Columns.of(rows)
                    .texts("numbers", Row::number)
                    .texts("products", row -> row.item.product())
                    .texts("externals", row -> row.item.sku())
                    .ints("quantities", Row::quantity)
                    .longs("amounts", Row::amountMinor)
                    .texts("states", Row::state)
                    .texts("reasons", Row::reason)
                    .texts("notices", Row::noticeTo)
                    .texts("ats", row -> row.at.toString())
                    .and("shop", key.shop().value())
                    .and("channel", key.channel().value())
                    .params())
            .query(String.class)
            .list());
    }

    Map<String, Row> find(ChannelKey key, Collection<String> numbers) {
        return jdbc.sql("""
                select order_number, external_product, external_sku, quantity, amount_minor, state, reason, notice_to, ordered_at
                  from channel.supply_order
                 where shop_id = :shop and channel_id = :channel and order_number = any(:numbers)
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("numbers", numbers.toArray(String[]::new))
            .query((row, n) -> new Row(row.getString("order_number"), Item.of(row), row.getInt("quantity"), row.getLong("amount_minor"),
                    row.getString("state"), row.getString("reason"), row.getString("notice_to"), row.getTimestamp("ordered_at").toInstant()))
            .list().stream().collect(Collectors.toMap(Row::number, row -> row));
    }

    /** The codes of this order travelled in an answer, so that the channel need not be told. */
    void answered(ChannelKey key, String number) {
        jdbc.sql("""
                update channel.supply_order
                   set answered = true
                 where shop_id = :shop and channel_id = :channel and order_number = :number and not answered
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("number", number)
            .update();
    }

    /** A purchase of the channel, empty when the number is that of an ordinary order there. */
    public Optional<Sale> sale(ChannelKey key, String number) {
        return jdbc.sql("""
                select answered, notice_to, amount_minor, ordered_at
                  from channel.supply_order
                 where shop_id = :shop and channel_id = :channel and order_number = :number and state = 'sold'
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("number", number)
            .query((row, n) -> new Sale(row.getBoolean("answered"), row.getString("notice_to"), row.getLong("amount_minor"),
                    row.getTimestamp("ordered_at").toInstant()))
            .optional();
    }

    /** Gives the credit of these sales back once; answers how much that is. */
    long returned(ChannelKey key, Collection<String> numbers) {
        return jdbc.sql("""
                update channel.supply_order
                   set state = 'returned', reason = 'returned'
                 where shop_id = :shop and channel_id = :channel and order_number = any(:numbers) and state = 'sold'
                returning amount_minor
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("numbers", numbers.toArray(String[]::new))
            .query(Long.class)
            .list().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * What was sold to a channel.
     *
     * @param answered whether its codes travelled in an answer
     * @param noticeTo where the channel wants to hear of it, null when it asks by itself
     */
    public record Sale(boolean answered, @Nullable String noticeTo, long amountMinor, Instant at) {
    }

    /** What the channel asked for and what came of it: sold, failed or returned. */
    record Row(String number, Item item, int quantity, long amountMinor, String state, String reason, @Nullable String noticeTo,
            Instant at) {

        static final String SOLD = "sold";
        static final String FAILED = "failed";

        boolean sold() {
            return state.equals(SOLD);
        }
    }
}
