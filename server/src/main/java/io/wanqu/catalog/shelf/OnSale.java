package io.wanqu.catalog.shelf;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that is on sale in all shops, for whoever lists it for the world; in the order of shops and products. */
@Repository
public class OnSale {

    private final JdbcClient jdbc;

    OnSale(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Every how-manieth product, beginning with the first.
     *
     * @param shop of this shop alone; absent for all
     */
    public List<Place> every(int step, @Nullable ShopId shop) {
        return jdbc.sql("""
                select shop_id, id
                  from (select shop_id, id, row_number() over (order by shop_id, id) as place
                          from catalog.product
                         where state = 'on'
                           and (:shop::bigint is null or shop_id = :shop)) numbered
                 where (place - 1) % :step = 0
                 order by shop_id, id
                """)
            .param("shop", shop == null ? null : shop.value())
            .param("step", step)
            .query((row, n) -> new Place(new ShopId(row.getLong("shop_id")), row.getLong("id")))
            .list();
    }

    public List<Row> from(Place place, int limit, @Nullable ShopId shop) {
        return jdbc.sql("""
                select shop_id, id, changed_at
                  from catalog.product
                 where state = 'on'
                   and (shop_id, id) >= (:fromShop, :fromId)
                   and (:shop::bigint is null or shop_id = :shop)
                 order by shop_id, id
                 limit :limit
                """)
            .param("fromShop", place.shop().value())
            .param("fromId", place.product())
            .param("shop", shop == null ? null : shop.value())
            .param("limit", limit)
            .query((row, n) -> new Row(new ShopId(row.getLong("shop_id")), row.getLong("id"), row.getObject("changed_at", OffsetDateTime.class).toInstant()))
            .list();
    }

    public record Place(ShopId shop, long product) {
    }

    public record Row(ShopId shop, long product, Instant changedAt) {
    }
}
