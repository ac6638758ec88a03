package io.wanqu.vault;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pools as the tests of the vault see them: counted, and promised away. */
@Component
public class StockCast {

    private final JdbcClient jdbc;

    StockCast(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Promises uses to a holder, so that they can no longer be taken out. */
    public void hold(ShopId shop, PoolId pool, long uses) {
        jdbc.sql("update inventory.pool set available = available - ?, held = held + ? where shop_id = ? and pool_id = ?")
            .params(uses, uses, shop.value(), pool.value()).update();
    }

    public long loaded(ShopId shop, PoolId pool) {
        return count("loaded", shop, pool);
    }

    public long available(ShopId shop, PoolId pool) {
        return count("available", shop, pool);
    }

    private long count(String column, ShopId shop, PoolId pool) {
        return jdbc.sql("select " + column + " from inventory.pool where shop_id = ? and pool_id = ?")
            .params(shop.value(), pool.value()).query(Long.class).single();
    }
}
