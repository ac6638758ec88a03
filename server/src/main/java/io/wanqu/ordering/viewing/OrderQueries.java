package io.wanqu.ordering.viewing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.row.Orders;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads orders as they are shown to buyers and staff. */
@Repository
public class OrderQueries {

    private static final String SELECT = """
            select order_id, channel_id, external_id, state, payment_state, fulfilment_state, settlement_state, currency,
                   total_minor, late, placed_at, paid_at, deadline, gift
              from ordering.customer_order
            """;

    private final JdbcClient jdbc;

    OrderQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The lines are asked for when the order's row is read to its end: one connection is enough, and nobody waits for a second. */
    public Optional<OrderView> find(ShopId shop, OrderId order) {
        return jdbc.sql(SELECT + " where shop_id = :shop and order_id = :order")
            .param("shop", shop.value())
            .param("order", order.value())
            .query((row, n) -> view(row, List.of()))
            .optional()
            .map(found -> found.with(lines(shop, order, found.total().currency().getCurrencyCode())));
    }

    /** Newest first, without lines. */
    public Page<OrderView> list(ShopId shop, @Nullable OrderState state, long before, int limit) {
        var rows = jdbc.sql(SELECT + """
                 where shop_id = :shop
                   and order_id < :before
                   and (:state::text is null or state = :state)
                 order by order_id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("before", before)
            .param("state", state == null ? null : state.text())
            .param("limit", limit + 1)
            .query((row, n) -> view(row, List.of()))
            .list();
        return Page.of(rows, limit, order -> order.number().value());
    }

    public byte @Nullable [] passwordHash(ShopId shop, OrderId order) {
        return jdbc.sql("select password_hash from ordering.customer_order where shop_id = :shop and order_id = :order")
            .param("shop", shop.value())
            .param("order", order.value())
            .query((row, n) -> Optional.ofNullable(row.getBytes("password_hash")))
            .optional()
            .flatMap(hash -> hash)
            .orElse(null);
    }

    private List<OrderView.Line> lines(ShopId shop, OrderId order, String currency) {
        return jdbc.sql("""
                select line, sku_id, name, quantity, unit_minor, amount_minor, state
                  from ordering.order_line
                 where shop_id = :shop and order_id = :order
                 order by line
                """)
            .param("shop", shop.value())
            .param("order", order.value())
            .query((row, n) -> new OrderView.Line(row.getInt("line"), new SkuId(row.getLong("sku_id")), row.getString("name"),
                    row.getInt("quantity"), Money.of(row.getLong("unit_minor"), currency),
                    Money.of(row.getLong("amount_minor"), currency), row.getString("state")))
            .list();
    }

    private static OrderView view(ResultSet row, List<OrderView.Line> lines) throws SQLException {
        var state = OrderState.of(row.getString("state"));
        return new OrderView(new OrderId(row.getLong("order_id")), new ChannelId(row.getLong("channel_id")),
                row.getString("external_id"), state.text(), row.getString("payment_state"), row.getString("fulfilment_state"),
                row.getString("settlement_state"), Money.of(row.getLong("total_minor"), row.getString("currency")),
                row.getBoolean("late"), row.getTimestamp("placed_at").toInstant(), Orders.instant(row.getTimestamp("paid_at")),
                Orders.instant(row.getTimestamp("deadline")), OrderView.next(state), row.getBoolean("gift"), null, lines);
    }
}
