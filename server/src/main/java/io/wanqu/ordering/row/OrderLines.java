package io.wanqu.ordering.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.SkuId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ordering.order_line table. */
@Repository
public class OrderLines {

    private final JdbcClient jdbc;

    OrderLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<OrderId, List<OrderRow.Line>> of(Collection<OrderRow> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        var currencies = new HashMap<OrderId, String>();
        orders.forEach(order -> currencies.put(order.id(), order.total().currency().getCurrencyCode()));
        var lines = new HashMap<OrderId, List<OrderRow.Line>>();
        jdbc.sql("""
                select order_line.order_id, line, external_line, sku_id, pool_id, name, quantity, unit_minor, amount_minor,
                       chosen, handed, state
                  from unnest(:shops, :orders) as wanted (shop_id, order_id)
                  join ordering.order_line using (shop_id, order_id)
                 order by order_line.order_id, line
                """)
            .params(Columns.of(List.copyOf(orders)).longs("shops", it -> it.shop().value()).longs("orders", it -> it.id().value()).params())
            .query(row -> {
                var order = new OrderId(row.getLong("order_id"));
                lines.computeIfAbsent(order, id -> new ArrayList<>()).add(line(row, currencies.get(order)));
            });
        return lines;
    }

    public void move(List<Moved> moved, String state) {
        if (moved.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update ordering.order_line
                   set state = :state
                  from unnest(:shops, :orders, :lines) as moved (shop_id, order_id, line)
                 where order_line.shop_id = moved.shop_id
                   and order_line.order_id = moved.order_id
                   and order_line.line = moved.line
                """)
            .params(Columns.of(moved)
                    .longs("shops", it -> it.order.shop().value())
                    .longs("orders", it -> it.order.id().value())
                    .ints("lines", Moved::line)
                    .and("state", state)
                    .params())
            .update();
    }

    /**
     * Parts waiting lines of these locked orders that were handed over in part: the line keeps what its buyer has, with its share of
     * the price rounded down in the buyer's favour, and a new line waits for the rest.
     */
    public void part(List<OrderRow> orders) {
        jdbc.sql("""
                with parted as materialized (
                    select order_line.shop_id, order_line.order_id, line, external_line, sku_id, pool_id, name, quantity, unit_minor,
                           amount_minor, handed, amount_minor * handed / quantity as kept_minor,
                           (select max(every.line)
                              from ordering.order_line as every
                             where every.shop_id = order_line.shop_id and every.order_id = order_line.order_id)
                           + row_number() over (partition by order_line.shop_id, order_line.order_id order by line) as next_line
                      from unnest(:shops, :orders) as wanted (shop_id, order_id)
                      join ordering.order_line using (shop_id, order_id)
                     where order_line.state = 'waiting' and handed > 0),
                kept as (
                    update ordering.order_line
                       set quantity = parted.handed, amount_minor = parted.kept_minor, state = 'delivered'
                      from parted
                     where order_line.shop_id = parted.shop_id and order_line.order_id = parted.order_id and order_line.line = parted.line)
                insert into ordering.order_line (shop_id, order_id, line, external_line, sku_id, pool_id, name, quantity, unit_minor, amount_minor)
                select shop_id, order_id, next_line, external_line, sku_id, pool_id, name, quantity - handed, unit_minor, amount_minor - kept_minor
                  from parted
                """)
            .params(Columns.of(orders).longs("shops", it -> it.shop().value()).longs("orders", it -> it.id().value()).params())
            .update();
    }

    /** Notes how many units of lines that go on waiting were handed over. */
    public void hand(List<Handed> handed) {
        if (handed.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update ordering.order_line
                   set handed = now.handed
                  from unnest(:shops, :orders, :lines, :handed) as now (shop_id, order_id, line, handed)
                 where order_line.shop_id = now.shop_id
                   and order_line.order_id = now.order_id
                   and order_line.line = now.line
                """)
            .params(Columns.of(handed)
                    .longs("shops", it -> it.order.shop().value())
                    .longs("orders", it -> it.order.id().value())
                    .ints("lines", Handed::line)
                    .ints("handed", Handed::units)
                    .params())
            .update();
    }

    private static OrderRow.Line line(ResultSet row, String currency) throws SQLException {
        var chosen = row.getArray("chosen");
        return new OrderRow.Line(row.getInt("line"), row.getString("external_line"), new SkuId(row.getLong("sku_id")),
                new PoolId(row.getLong("pool_id")), row.getString("name"), row.getInt("quantity"),
                Money.of(row.getLong("unit_minor"), currency), Money.of(row.getLong("amount_minor"), currency),
                chosen == null ? List.of() : Arrays.asList((Long[]) chosen.getArray()),
                row.getInt("handed"), row.getString("state"));
    }

    /** A line that goes to its next state. */
    public record Moved(OrderRow order, int line) {
    }

    public record Handed(OrderRow order, int line, int units) {
    }
}
