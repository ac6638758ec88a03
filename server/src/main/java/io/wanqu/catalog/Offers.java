package io.wanqu.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds offers of any shop for the batch core; the caller compares the shop. */
@Component
public class Offers {

    private final JdbcClient jdbc;

    Offers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that exist, in one statement. */
    public Map<SkuId, Offer> find(Collection<SkuId> skus) {
        var found = new HashMap<SkuId, Offer>();
        jdbc.sql("""
                select sku.shop_id, sku.id, sku.product_id, sku.pool_id, product.title, sku.title as variant,
                       sku.unit_minor, sku.currency, product.state = 'on' and sku.state = 'on' as on_sale,
                       sku.per_order_max, sku.chooseable
                  from catalog.sku
                  join catalog.product
                    on product.shop_id = sku.shop_id
                   and product.id = sku.product_id
                 where sku.id = any(:skus)
                """)
            .param("skus", skus.stream().mapToLong(SkuId::value).distinct().toArray())
            .query((row, n) -> read(row))
            .list()
            .forEach(offer -> found.put(offer.sku(), offer));
        return found;
    }

    private static Offer read(ResultSet row) throws SQLException {
        var variant = row.getString("variant");
        return new Offer(new ShopId(row.getLong("shop_id")), new SkuId(row.getLong("id")), row.getLong("product_id"),
                new PoolId(row.getLong("pool_id")),
                variant.isEmpty() ? row.getString("title") : row.getString("title") + " · " + variant,
                Money.of(row.getLong("unit_minor"), row.getString("currency")), row.getBoolean("on_sale"),
                row.getInt("per_order_max"), row.getBoolean("chooseable"));
    }
}
