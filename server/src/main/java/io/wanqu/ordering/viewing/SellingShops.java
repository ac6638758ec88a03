package io.wanqu.ordering.viewing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import io.wanqu.kernel.ShopId;
import io.wanqu.shop.Shop;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells which shops still sell. */
@Repository
class SellingShops implements Shop.Activity {

    private final JdbcClient jdbc;

    SellingShops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<ShopId> soldSince(Collection<ShopId> shops, Instant since) {
        return new HashSet<>(jdbc.sql("""
                select shop_id
                  from unnest(:shops) as asked (shop_id)
                 where exists (select 1
                                 from ordering.customer_order
                                where customer_order.shop_id = asked.shop_id
                                  and customer_order.paid_at >= :since)
                """)
            .param("shops", shops.stream().mapToLong(ShopId::value).toArray())
            .param("since", since.atOffset(ZoneOffset.UTC))
            .query((row, n) -> new ShopId(row.getLong("shop_id")))
            .list());
    }
}
