package io.wanqu.ordering.settling;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import io.wanqu.inventory.waiting.PaidWaiting;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells which pools paid orders wait for. */
@Repository
class OwedPools implements PaidWaiting {

    private final JdbcClient jdbc;

    OwedPools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<PoolId> among(ShopId shop, Collection<PoolId> pools) {
        return new HashSet<>(jdbc.sql("""
                select distinct pool_id
                  from ordering.customer_order
                  join ordering.order_line using (shop_id, order_id)
                 where shop_id = :shop
                   and customer_order.state in ('paid_late', 'short', 'partial')
                   and order_line.state = 'waiting'
                   and pool_id = any(:pools)
                """)
            .param("shop", shop.value())
            .param("pools", pools.stream().mapToLong(PoolId::value).toArray())
            .query((row, n) -> new PoolId(row.getLong("pool_id")))
            .list());
    }
}
