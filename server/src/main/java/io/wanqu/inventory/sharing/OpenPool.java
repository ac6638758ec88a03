package io.wanqu.inventory.sharing;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens an empty pool. */
@Service
public class OpenPool {

    private static final int NAME_MAX = 100;

    private final JdbcClient jdbc;
    private final Ids ids;

    OpenPool(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** @param daily whether its cards have a limit a day, so that promises must look at today's */
    @Transactional
    public PoolId open(ShopId shop, String name, boolean daily) {
        if (name.isBlank() || name.length() > NAME_MAX) {
            throw new InvalidValue("name", "1 to " + NAME_MAX + " characters");
        }
        var pool = new PoolId(ids.next());
        jdbc.sql("insert into inventory.pool (shop_id, pool_id, name, daily) values (:shop, :pool, :name, :daily)")
            .param("shop", shop.value())
            .param("pool", pool.value())
            .param("name", name.strip())
            .param("daily", daily)
            .update();
        return pool;
    }
}
