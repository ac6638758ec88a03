package io.wanqu.catalog;

import java.util.List;
import java.util.Map;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts what went out of pools as sales of the products behind them, now and then and in one go; it crosses shops. */
@Component
public class CountSales {

    private final JdbcClient jdbc;

    CountSales(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A product with several SKUs of one pool counts the pool once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Map<ShopId, List<Sold>> sold) {
        var rows = sold.entrySet().stream().flatMap(of -> of.getValue().stream().map(it -> new Row(of.getKey(), it))).toList();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update catalog.product
                   set sold = greatest(0, product.sold + more.units)
                  from (select shop_id, product_id, sum(units) as units
                          from (select distinct sale.shop_id, sku.product_id, sale.pool_id, sale.units
                                  from unnest(:shops, :pools, :units) as sale (shop_id, pool_id, units)
                                  join catalog.sku using (shop_id, pool_id)) each
                         group by shop_id, product_id) more
                 where product.shop_id = more.shop_id
                   and product.id = more.product_id
                """)
            .params(Columns.of(rows)
                    .longs("shops", it -> it.shop.value())
                    .longs("pools", it -> it.sold.pool.value())
                    .longs("units", it -> it.sold.units)
                    .params())
            .update();
    }

    /** @param units fewer than none where more came back than went out */
    public record Sold(PoolId pool, long units) {
    }

    private record Row(ShopId shop, Sold sold) {
    }
}
