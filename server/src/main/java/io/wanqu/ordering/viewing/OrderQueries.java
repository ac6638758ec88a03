package io.wanqu.ordering.viewing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
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
                   total_minor, late, placed_at, paid_at, deadline, gift,
                   extended_seconds is null and external_id is null as extendable
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

    /** Newest first, with their lines. */
    public Page<OrderView> list(ShopId shop, OrderFilter filter, long before, int limit) {
        var rows = jdbc.sql(SELECT + """
                 where shop_id = :shop
                   and order_id < :before
                   and order_id >= :from
                   and (:state::text is null or state = :state)
                   and (:channel::bigint is null or channel_id = :channel)
                   and (:seen::bigint[] is null or channel_id = any(:seen))
                   and (:number::text is null or external_id = :number or order_id = :own)
                 order by order_id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("before", filter.until() == null ? before : Math.min(before, Ids.lowestAt(filter.until())))
            .param("from", filter.from() == null ? 0 : Ids.lowestAt(filter.from()))
            .param("state", filter.state() == null ? null : filter.state().text())
            .param("channel", filter.channel() == null ? null : filter.channel().value(), Types.BIGINT)
            .param("seen", filter.seen() == null ? null : filter.seen().stream().map(ChannelId::value).toArray(Long[]::new))
            .param("number", filter.number())
            .param("own", filter.ownNumber())
            .param("limit", limit + 1)
            .query((row, n) -> view(row, List.of()))
            .list();
        var page = Page.of(rows, limit, order -> order.number().value());
        return new Page<>(withLines(shop, page.items()), page.next());
    }

    /** The newest orders of each of these shops, without their lines; for those who watch several. */
    Map<ShopId, List<OrderView>> newest(Collection<ShopId> shops, int each) {
        var found = new HashMap<ShopId, List<OrderView>>();
        jdbc.sql("""
                select recent.shop_id, order_id, channel_id, external_id, state, payment_state, fulfilment_state, settlement_state, currency,
                       total_minor, late, placed_at, paid_at, deadline, gift, extendable
                  from unnest(:shops) as wanted (shop_id)
                 cross join lateral (
                       select shop_id, order_id, channel_id, external_id, state, payment_state, fulfilment_state, settlement_state,
                              currency, total_minor, late, placed_at, paid_at, deadline, gift,
                              extended_seconds is null and external_id is null as extendable
                         from ordering.customer_order
                        where shop_id = wanted.shop_id
                        order by order_id desc
                        limit :each) as recent
                """)
            .param("shops", shops.stream().mapToLong(ShopId::value).toArray())
            .param("each", each)
            .query(row -> {
                found.computeIfAbsent(new ShopId(row.getLong("shop_id")), it -> new ArrayList<>()).add(view(row, List.of()));
            });
        return found;
    }

    List<OrderView> withLines(ShopId shop, List<OrderView> orders) {
        var lines = new HashMap<Long, List<OrderView.Line>>();
        jdbc.sql("""
                select order_id, currency, line, sku_id, name, quantity, unit_minor, amount_minor, order_line.state
                  from ordering.order_line
                  join ordering.customer_order using (shop_id, order_id)
                 where shop_id = :shop and order_id = any(:orders)
                 order by order_id, line
                """)
            .param("shop", shop.value())
            .param("orders", orders.stream().mapToLong(order -> order.number().value()).toArray())
            .query(row -> {
                lines.computeIfAbsent(row.getLong("order_id"), it -> new ArrayList<>()).add(line(row, row.getString("currency")));
            });
        return orders.stream().map(order -> order.with(lines.getOrDefault(order.number().value(), List.of()))).toList();
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
            .query((row, n) -> line(row, currency))
            .list();
    }

    private static OrderView.Line line(ResultSet row, String currency) throws SQLException {
        return new OrderView.Line(row.getInt("line"), new SkuId(row.getLong("sku_id")), row.getString("name"), row.getInt("quantity"),
                Money.of(row.getLong("unit_minor"), currency), Money.of(row.getLong("amount_minor"), currency), row.getString("state"));
    }

    private static OrderView view(ResultSet row, List<OrderView.Line> lines) throws SQLException {
        var state = OrderState.of(row.getString("state"));
        return new OrderView(new OrderId(row.getLong("order_id")), new ChannelId(row.getLong("channel_id")),
                row.getString("external_id"), state.text(), row.getString("payment_state"), row.getString("fulfilment_state"),
                row.getString("settlement_state"), Money.of(row.getLong("total_minor"), row.getString("currency")),
                row.getBoolean("late"), row.getTimestamp("placed_at").toInstant(), Orders.instant(row.getTimestamp("paid_at")),
                Orders.instant(row.getTimestamp("deadline")), OrderView.next(state), row.getBoolean("gift"),
                state == OrderState.PLACED && row.getBoolean("extendable"), null, lines);
    }
}
