package io.wanqu.aftersale.supplier;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.delivered.DeliveryFacts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much of what was handed out was bad, by batch and by supplier. */
@Repository
class DefectRates {

    private static final double MILLION = 1_000_000;

    private final JdbcClient jdbc;
    private final DeliveryFacts deliveries;

    DefectRates(JdbcClient jdbc, DeliveryFacts deliveries) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
    }

    Report of(ShopId shop) {
        var bad = new HashMap<Long, Long>();
        jdbc.sql("select batch_id, count(*) as units from aftersale.defect where shop_id = :shop group by batch_id")
            .param("shop", shop.value())
            .query(row -> {
                bad.put(row.getLong("batch_id"), row.getLong("units"));
            });
        var suppliers = new TreeMap<String, Rate>();
        var batches = deliveries.batches(shop).stream().map(batch -> {
            var defects = bad.getOrDefault(batch.batch(), 0L);
            suppliers.merge(batch.supplier(), Rate.of(batch.supplier(), batch.handed(), defects),
                    (one, other) -> Rate.of(one.supplier, one.handed + other.handed, one.defective + other.defective));
            return new BatchRate(Long.toString(batch.batch()), batch.pool(), batch.createdAt(), batch.supplier(), batch.handed(), defects,
                    perMillion(batch.handed(), defects));
        }).toList();
        return new Report(batches, List.copyOf(suppliers.values()));
    }

    private static long perMillion(long handed, long defective) {
        return handed == 0 ? 0 : Math.round(defective * MILLION / handed);
    }

    /** @param perMillion bad units of a million that were handed out */
    record Rate(String supplier, long handed, long defective, long perMillion) {

        private static Rate of(String supplier, long handed, long defective) {
            return new Rate(supplier, handed, defective, DefectRates.perMillion(handed, defective));
        }
    }

    /** The same of one batch, and what people know it by. */
    record BatchRate(String batch, PoolId pool, Instant createdAt, String supplier, long handed, long defective, long perMillion) {
    }

    record Report(List<BatchRate> batches, List<Rate> suppliers) {
    }
}
