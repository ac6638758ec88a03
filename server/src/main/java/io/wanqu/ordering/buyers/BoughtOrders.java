package io.wanqu.ordering.buyers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.customer.OrdersBought;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.row.Orders;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows a customer's orders without anything that opens them. */
@Component
class BoughtOrders implements OrdersBought {

    private final JdbcClient jdbc;
    private final Shops shops;

    BoughtOrders(JdbcClient jdbc, Shops shops) {
        this.jdbc = jdbc;
        this.shops = shops;
    }

    @Override
    public List<Bought> of(List<Key> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        var named = shops.byIds(orders.stream().map(Key::shop).distinct().toList());
        var found = new ArrayList<Bought>();
        jdbc.sql("""
                select customer_order.shop_id, customer_order.order_id, channel_id, external_id, state, currency, total_minor, placed_at, paid_at,
                       title, lines
                  from unnest(:shops, :orders) as asked (shop_id, order_id)
                  join ordering.customer_order using (shop_id, order_id)
                 cross join lateral (
                       select count(*) as lines, min(name) filter (where line = 1) as title
                         from ordering.order_line
                        where order_line.shop_id = customer_order.shop_id and order_line.order_id = customer_order.order_id) as content
                 order by customer_order.order_id desc
                """)
            .params(Columns.of(orders).longs("shops", it -> it.shop().value()).longs("orders", it -> it.order().value()).params())
            .query(row -> {
                var key = new Key(new ShopId(row.getLong("shop_id")), new OrderId(row.getLong("order_id")));
                var title = row.getString("title");
                found.add(new Bought(key, name(named.get(key.shop())), new ChannelId(row.getLong("channel_id")), row.getString("external_id"),
                        title == null ? "" : title, row.getInt("lines"), row.getString("state"),
                        Money.of(row.getLong("total_minor"), row.getString("currency")), row.getTimestamp("placed_at").toInstant(),
                        Orders.instant(row.getTimestamp("paid_at"))));
            });
        return found;
    }

    @Override
    public List<Money> spent(ShopId shop, List<OrderId> orders) {
        return jdbc.sql("""
                select currency, sum(amount_minor)::bigint as minor
                  from ordering.customer_order
                  join ordering.order_line using (shop_id, order_id)
                 where shop_id = :shop and order_id = any(:orders) and paid_at is not null
                   and order_line.state not in ('refunding', 'refunded')
                 group by currency
                 order by currency
                """)
            .param("shop", shop.value())
            .param("orders", orders.stream().mapToLong(OrderId::value).toArray())
            .query((row, n) -> Money.of(row.getLong("minor"), row.getString("currency")))
            .list();
    }

    @Override
    public Map<ShopId, ShopName> shops(Collection<ShopId> asked) {
        var names = new HashMap<ShopId, ShopName>();
        shops.byIds(asked).forEach((id, shop) -> names.put(id, name(shop)));
        return names;
    }

    private static ShopName name(@Nullable Shop shop) {
        return shop == null ? new ShopName("", "") : new ShopName(shop.slug(), shop.name());
    }
}
