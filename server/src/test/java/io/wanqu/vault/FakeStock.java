package io.wanqu.vault;

import java.util.Collection;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Pools as the vault sees them, in a table, so that a rolled-back transaction takes its counts back. */
public class FakeStock implements CountsStock {

    private final JdbcClient jdbc;

    FakeStock(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("create schema if not exists fake").update();
        jdbc.sql("""
                create table if not exists fake.pool (
                    shop_id bigint, pool_id bigint, loaded bigint not null, available bigint not null check (available >= 0),
                    void bigint not null, primary key (shop_id, pool_id))
                """).update();
        jdbc.sql("grant usage on schema fake to wanqu_shop").update();
        jdbc.sql("grant all on fake.pool to wanqu_shop").update();
    }

    public void open(ShopId shop, PoolId pool) {
        jdbc.sql("insert into fake.pool (shop_id, pool_id, loaded, available, void) values (?, ?, 0, 0, 0)")
            .params(shop.value(), pool.value()).update();
    }

    /** Promises uses to a holder, so that they can no longer be taken out. */
    public void hold(ShopId shop, PoolId pool, long uses) {
        jdbc.sql("update fake.pool set available = available - ? where shop_id = ? and pool_id = ?")
            .params(uses, shop.value(), pool.value()).update();
    }

    public long loadedCount(ShopId shop, PoolId pool) {
        return count("loaded", shop, pool);
    }

    public long availableCount(ShopId shop, PoolId pool) {
        return count("available", shop, pool);
    }

    private long count(String column, ShopId shop, PoolId pool) {
        return jdbc.sql("select " + column + " from fake.pool where shop_id = ? and pool_id = ?")
            .params(shop.value(), pool.value()).query(Long.class).single();
    }

    @Override
    public boolean exists(ShopId shop, PoolId pool) {
        return jdbc.sql("select count(*) from fake.pool where shop_id = ? and pool_id = ?")
            .params(shop.value(), pool.value()).query(Long.class).single() == 1;
    }

    @Override
    public void lock(ShopId shop, Collection<PoolId> pools) {
        jdbc.sql("select pool_id from fake.pool where shop_id = :shop and pool_id = any(:pools) order by pool_id for update")
            .param("shop", shop.value())
            .param("pools", pools.stream().mapToLong(PoolId::value).toArray())
            .query(Long.class).list();
    }

    @Override
    public void loaded(ShopId shop, PoolId pool, long uses) {
        jdbc.sql("update fake.pool set loaded = loaded + ?, available = available + ? where shop_id = ? and pool_id = ?")
            .params(uses, uses, shop.value(), pool.value()).update();
    }

    @Override
    public long takeOut(ShopId shop, PoolId pool, long uses) {
        lock(shop, java.util.List.of(pool));
        var taken = Math.min(uses, availableCount(shop, pool));
        jdbc.sql("update fake.pool set available = available - ?, void = void + ? where shop_id = ? and pool_id = ?")
            .params(taken, taken, shop.value(), pool.value()).update();
        return taken;
    }
}
