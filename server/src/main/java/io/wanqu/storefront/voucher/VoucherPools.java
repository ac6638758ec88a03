package io.wanqu.storefront.voucher;

import java.time.Duration;
import java.util.Optional;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The storefront.voucher_pool table. */
@Repository
class VoucherPools {

    private final JdbcClient jdbc;

    VoucherPools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(VoucherPool pool) {
        jdbc.sql("""
                insert into storefront.voucher_pool (shop_id, pool_id, uses, reversal_minutes)
                values (:shop, :pool, :uses, :minutes)
                    on conflict (shop_id, pool_id) do update
                   set uses = excluded.uses, reversal_minutes = excluded.reversal_minutes
                """)
            .param("shop", pool.shop().value())
            .param("pool", pool.pool().value())
            .param("uses", pool.uses())
            .param("minutes", pool.reversal().toMinutes())
            .update();
    }

    Optional<VoucherPool> find(ShopId shop, PoolId pool) {
        return jdbc.sql("""
                select uses, reversal_minutes
                  from storefront.voucher_pool
                 where shop_id = :shop
                   and pool_id = :pool
                """)
            .param("shop", shop.value())
            .param("pool", pool.value())
            .query((row, n) -> new VoucherPool(shop, pool, row.getInt("uses"), Duration.ofMinutes(row.getLong("reversal_minutes"))))
            .optional();
    }
}
