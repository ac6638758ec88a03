package io.wanqu.ordering;

import java.util.Collection;
import java.util.List;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.row.OrderRow;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells those who write back to a channel what the channel calls an order and its lines. */
@Component
public class ChannelOrderQueries {

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

    /**
     * A line of a channel's order.
     *
     * @param delivered whether it was handed over and its money did not go back since
     */
    public record Line(OrderId order, String externalOrder, int number, @Nullable String externalLine, int quantity, boolean delivered) {
    }
}
