package io.wanqu.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.row.Orders;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells those who write back to a channel what the channel calls an order and its lines. */
@Component
public class ChannelOrderQueries {

    private static final String ORDER = """
            select order_id, external_id, state, currency, total_minor, paid_at,
                   (select coalesce(sum(amount_minor), 0)
                      from ordering.order_line
                     where order_line.shop_id = customer_order.shop_id and order_line.order_id = customer_order.order_id
                       and order_line.state in ('refunding', 'refunded')) as refunded_minor
              from ordering.customer_order
             where shop_id = :shop and channel_id = :channel
            """;

    private final JdbcClient jdbc;

    ChannelOrderQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lines of those of the orders that came from a channel, in one statement. */
    public List<Line> lines(ShopId shop, Collection<OrderId> orders) {
        return jdbc.sql("""
                select customer_order.order_id, external_id, line, external_line, quantity, order_line.state
                  from ordering.customer_order
                  join ordering.order_line
                    on order_line.shop_id = customer_order.shop_id
                   and order_line.order_id = customer_order.order_id
                 where customer_order.shop_id = :shop
                   and customer_order.order_id = any(:orders)
                   and external_id is not null
                 order by customer_order.order_id, line
                """)
            .param("shop", shop.value())
            .param("orders", orders.stream().mapToLong(OrderId::value).distinct().toArray())
            .query((row, n) -> new Line(new OrderId(row.getLong("order_id")), row.getString("external_id"), row.getInt("line"),
                    row.getString("external_line"), row.getInt("quantity"), row.getString("state").equals(OrderRow.Line.DELIVERED)))
            .list();
    }

    /** What channels call orders; those of our own page are left out. */
    public List<External> externals(Collection<Key> orders) {
        return jdbc.sql("""
                select shop_id, order_id, channel_id, external_id
                  from unnest(:shops, :orders) as asked (shop_id, order_id)
                  join ordering.customer_order using (shop_id, order_id)
                 where external_id is not null
                """)
            .params(Columns.of(List.copyOf(orders)).longs("shops", it -> it.shop.value()).longs("orders", it -> it.order.value()).params())
            .query((row, n) -> new External(new ShopId(row.getLong("shop_id")), new OrderId(row.getLong("order_id")),
                    new ChannelId(row.getLong("channel_id")), row.getString("external_id")))
            .list();
    }

    /** Orders that a channel knows by these numbers. */
    public List<Order> orders(ShopId shop, ChannelId channel, Collection<String> externalIds) {
        return jdbc.sql(ORDER + " and external_id = any(:externals) order by order_id")
            .param("shop", shop.value())
            .param("channel", channel.value())
            .param("externals", externalIds.toArray(String[]::new))
            .query((row, n) -> order(row))
            .list();
    }

    /** Orders of a channel that came in within a span of time, its end left out. */
    public List<Order> placed(ShopId shop, ChannelId channel, Instant from, Instant until) {
        return jdbc.sql(ORDER + " and external_id is not null and placed_at >= :from and placed_at < :until order by order_id")
            .param("shop", shop.value())
            .param("channel", channel.value())
            .param("from", from.atOffset(ZoneOffset.UTC))
            .param("until", until.atOffset(ZoneOffset.UTC))
            .query((row, n) -> order(row))
            .list();
    }

    /** What the channel calls an order of ours, by our number. */
    public Optional<String> external(ShopId shop, ChannelId channel, String number) {
        return !number.matches("\\d{1,18}") ? Optional.empty() : jdbc.sql("""
                select external_id
                  from ordering.customer_order
                 where shop_id = :shop and channel_id = :channel and order_id = :order and external_id is not null
                """)
            .param("shop", shop.value())
            .param("channel", channel.value())
            .param("order", Long.parseLong(number))
            .query(String.class)
            .optional();
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(new OrderId(row.getLong("order_id")), row.getString("external_id"), OrderState.of(row.getString("state")),
                Money.of(row.getLong("total_minor"), row.getString("currency")), row.getLong("refunded_minor"),
                Orders.instant(row.getTimestamp("paid_at")));
    }

    /**
     * An order of a channel as it stands here.
     *
     * @param refundedMinor what of it went back or is on its way back
     */
    public record Order(OrderId order, String externalOrder, OrderState state, Money total, long refundedMinor, @Nullable Instant paidAt) {
    }

    /**
     * A line of a channel's order.
     *
     * @param delivered whether it was handed over and its money did not go back since
     */
    public record Line(OrderId order, String externalOrder, int number, @Nullable String externalLine, int quantity, boolean delivered) {
    }

    /** One of a shop's orders. */
    public record Key(ShopId shop, OrderId order) {
    }

    /** What its channel calls an order. */
    public record External(ShopId shop, OrderId order, ChannelId channel, String externalOrder) {
    }
}
