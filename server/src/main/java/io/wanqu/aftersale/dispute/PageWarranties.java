package io.wanqu.aftersale.dispute;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import io.wanqu.aftersale.AftersalePolicy;
import io.wanqu.catalog.hint.WarrantyHint;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells pages of products for how long a buyer may complain, by the same rule that cases go by. */
@Component
class PageWarranties implements WarrantyHint {

    private final JdbcClient jdbc;
    private final AftersalePolicy policy;

    PageWarranties(JdbcClient jdbc, AftersalePolicy policy) {
        this.jdbc = jdbc;
        this.policy = policy;
    }

    @Override
    public Map<PoolId, Duration> warranties(ShopId shop, long product, Collection<PoolId> pools) {
        var ofPools = new HashMap<PoolId, Duration>();
        var usual = new Duration[] {policy.warranty()};
        jdbc.sql("""
                select subject, subject_id, hours
                  from aftersale.warranty
                 where shop_id = :shop
                   and (subject = 'pool' and subject_id = any(:pools) or subject = 'product' and subject_id = :product)
                """)
            .param("shop", shop.value())
            .param("pools", pools.stream().mapToLong(PoolId::value).toArray())
            .param("product", product)
            .query(row -> {
                var hours = Duration.ofHours(row.getInt("hours"));
                if (row.getString("subject").equals("product")) {
                    usual[0] = hours;
                } else {
                    ofPools.put(new PoolId(row.getLong("subject_id")), hours);
                }
            });
        pools.forEach(pool -> ofPools.putIfAbsent(pool, usual[0]));
        return ofPools;
    }
}
