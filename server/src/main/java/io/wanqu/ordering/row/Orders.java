package io.wanqu.ordering.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.row.OrderRow.Review;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ordering.customer_order table: locking rows, in the order of their keys, and moving them on. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Orders {

    private static final String SELECT = """
            select customer_order.shop_id, customer_order.order_id, customer_order.channel_id, customer_order.external_id,
                   state, currency, total_minor, late, deadline, review_hours, review_releases
            """;

    private final JdbcClient jdbc;
    private final OrderLines lines;

    Orders(JdbcClient jdbc, OrderLines lines) {
        this.jdbc = jdbc;
        this.lines = lines;
    }

    public Map<OrderId, OrderRow> lock(Collection<Key> keys) {
        return withLines(jdbc.sql(SELECT + """
                  from unnest(:shops, :orders) as wanted (shop_id, order_id)
                  join ordering.customer_order using (shop_id, order_id)
                 order by customer_order.shop_id, customer_order.order_id
                   for update of customer_order
                """)
            .params(Columns.of(List.copyOf(keys)).longs("shops", key -> key.shop.value()).longs("orders", key -> key.order.value()).params())
            .query(Orders::row)
            .list());
    }

    /** Orders that a channel knows by these numbers, by their external id. */
    public Map<String, OrderRow> lockExternal(ShopId shop, ChannelId channel, Collection<String> externalIds) {
        var found = new LinkedHashMap<String, OrderRow>();
        withLines(jdbc.sql(SELECT + """
                  from ordering.customer_order
                 where shop_id = :shop and channel_id = :channel and external_id = any(:externals)
                 order by order_id
                   for update
                """)
            .param("shop", shop.value())
            .param("channel", channel.value())
            .param("externals", externalIds.toArray(String[]::new))
            .query(Orders::row)
            .list())
            .values().forEach(order -> found.put(order.externalId(), order));
        return found;
    }

    /** Orders whose deadline has passed; those that another node works on are left to it. */
    public Collection<OrderRow> lockOverdue(Instant now, int limit) {
        return withLines(jdbc.sql(SELECT + """
                  from ordering.customer_order
                 where deadline < :now
                 order by deadline
                 limit :limit
                   for update skip locked
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .query(Orders::row)
            .list())
            .values();
    }

    /** Makes those who bring the same orders of a channel wait for each other until the end of the transaction. */
    public void awaitTurn(ChannelId channel, Collection<String> externalIds) {
        jdbc.sql("""
                select count(pg_advisory_xact_lock(key))
                  from (select hashtextextended(external_id, :channel) as key
                          from unnest(:externals) as told (external_id)
                         order by 1) as sorted
                """)
            .param("channel", channel.value())
            .param("externals", externalIds.toArray(String[]::new))
            .query(Long.class)
            .single();
    }

    /** Paid orders that wait for stock of these pools, oldest payment first, from after {@code last} on. */
    public List<Owed> owed(Collection<PoolOf> pools, @Nullable Owed last, int limit) {
        return jdbc.sql("""
                select customer_order.shop_id, customer_order.order_id, paid_at
                  from ordering.customer_order
                 where shop_id = any(:shops)
                   and state in ('paid_late', 'short', 'partial')
                   and (paid_at, order_id) > (:paidAt, :order)
                   and exists (select 1
                                 from ordering.order_line
                                 join unnest(:shops, :pools) as more (shop_id, pool_id) using (shop_id, pool_id)
                                where order_line.shop_id = customer_order.shop_id
                                  and order_line.order_id = customer_order.order_id
                                  and order_line.state = 'waiting')
                 order by paid_at, order_id
                 limit :limit
                """)
            .params(Columns.of(List.copyOf(pools)).longs("shops", it -> it.shop.value()).longs("pools", it -> it.pool.value())
                    .and("paidAt", last == null ? OffsetDateTime.MIN : last.paidAt).and("order", last == null ? 0L : last.key.order.value())
                    .and("limit", limit).params())
            .query((row, n) -> new Owed(new Key(new ShopId(row.getLong("shop_id")), new OrderId(row.getLong("order_id"))),
                    row.getObject("paid_at", OffsetDateTime.class)))
            .list();
    }

    /** Makes the time to pay longer, once; false where it is over, was made longer before, or is a marketplace's to say. */
    public boolean extend(Key key, Duration by, Instant now) {
        return jdbc.sql("""
                update ordering.customer_order
                   set deadline = deadline + make_interval(secs => :seconds), extended_seconds = :seconds
                 where shop_id = :shop and order_id = :order
                   and state = 'placed' and deadline > :now and extended_seconds is null and external_id is null
                """)
            .param("seconds", (int) by.toSeconds())
            .param("shop", key.shop.value())
            .param("order", key.order.value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update() == 1;
    }

    public void move(List<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update ordering.customer_order
                   set state = now.state,
                       payment_state = coalesce(now.payment_state, customer_order.payment_state),
                       fulfilment_state = coalesce(now.fulfilment_state, customer_order.fulfilment_state),
                       settlement_state = coalesce(now.settlement_state, customer_order.settlement_state),
                       late = customer_order.late or now.late,
                       paid_at = coalesce(customer_order.paid_at, to_timestamp(now.paid_millis / 1000.0)),
                       delivered_at = coalesce(customer_order.delivered_at, case when now.state = 'delivered' then now() end),
                       deadline = to_timestamp(now.deadline_millis / 1000.0)
                  from unnest(:shops, :orders, :states, :payment, :fulfilment, :settlement, :late, :paid, :deadlines)
                    as now (shop_id, order_id, state, payment_state, fulfilment_state, settlement_state, late, paid_millis,
                            deadline_millis)
                 where customer_order.shop_id = now.shop_id and customer_order.order_id = now.order_id
                """)
            .params(Columns.of(moves)
                    .longs("shops", it -> it.order.shop().value())
                    .longs("orders", it -> it.order.id().value())
                    .texts("states", it -> it.state.text())
                    .texts("payment", Move::payment)
                    .texts("fulfilment", Move::fulfilment)
                    .texts("settlement", Move::settlement)
                    .booleans("late", Move::late)
                    .nullableLongs("paid", it -> millis(it.paidAt))
                    .nullableLongs("deadlines", it -> millis(it.deadline))
                    .params())
            .update();
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private Map<OrderId, OrderRow> withLines(List<OrderRow> rows) {
        var linesOf = lines.of(rows);
        var orders = new LinkedHashMap<OrderId, OrderRow>();
        rows.forEach(row -> orders.put(row.id(), new OrderRow(row.shop(), row.id(), row.channel(), row.externalId(), row.state(),
                row.total(), row.late(), row.deadline(), row.review(), linesOf.getOrDefault(row.id(), List.of()))));
        return orders;
    }

    private static OrderRow row(ResultSet row, int n) throws SQLException {
        return new OrderRow(new ShopId(row.getLong("shop_id")), new OrderId(row.getLong("order_id")),
                new ChannelId(row.getLong("channel_id")), row.getString("external_id"), OrderState.of(row.getString("state")),
                Money.of(row.getLong("total_minor"), row.getString("currency")), row.getBoolean("late"),
                instant(row.getTimestamp("deadline")), review(row), List.of());
    }

    private static @Nullable Review review(ResultSet row) throws SQLException {
        var hours = row.getInt("review_hours");
        return hours == 0 ? null : new Review(hours, row.getBoolean("review_releases"));
    }

    public static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    public record Key(ShopId shop, OrderId order) {
    }

    public record PoolOf(ShopId shop, PoolId pool) {
    }

    public record Owed(Key key, OffsetDateTime paidAt) {
    }

    /** An order's next state; what is null in it stays as it is, but the deadline, which belongs to the state. */
    public record Move(OrderRow order, OrderState state, @Nullable String payment, @Nullable String fulfilment,
            @Nullable String settlement, boolean late, @Nullable Instant paidAt, @Nullable Instant deadline) {

        public static Move to(OrderState state, OrderRow order, @Nullable Instant deadline) {
            return new Move(order, state, null, null, null, false, null, deadline);
        }

        public Move payment(String next) {
            return new Move(order, state, next, fulfilment, settlement, late, paidAt, deadline);
        }

        public Move fulfilment(String next) {
            return new Move(order, state, payment, next, settlement, late, paidAt, deadline);
        }

        public Move settlement(String next) {
            return new Move(order, state, payment, fulfilment, next, late, paidAt, deadline);
        }

        public Move paid(Instant at, boolean paidLate) {
            return new Move(order, state, "paid", fulfilment, "frozen", paidLate, at, deadline);
        }
    }
}
