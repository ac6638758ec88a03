package io.wanqu.wallet;

import java.util.List;

import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The wallet.offer table: the shops whose wallets may pay, or once might. */
@Repository
class Offers {

    private final JdbcClient jdbc;

    Offers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean allowed(ShopId shop) {
        return jdbc.sql("select allowed from wallet.offer where shop_id = :shop").param("shop", shop.value()).query(Boolean.class).optional().orElse(false);
    }

    void put(ShopId shop, boolean allowed) {
        jdbc.sql("""
                insert into wallet.offer (shop_id, allowed)
                values (:shop, :allowed)
                    on conflict (shop_id) do update set allowed = excluded.allowed
                """)
            .param("shop", shop.value())
            .param("allowed", allowed)
            .update();
    }

    /** The youngest shop first. */
    List<Offer> below(long before, int limit) {
        return jdbc.sql("select shop_id, allowed from wallet.offer where shop_id < :before order by shop_id desc limit :limit")
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> new Offer(new ShopId(row.getLong("shop_id")), row.getBoolean("allowed")))
            .list();
    }

    record Offer(ShopId shop, boolean allowed) {
    }
}
