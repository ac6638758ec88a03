package io.wanqu.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.SharedStock;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.audit.Invariant;
import io.wanqu.vault.PoolCount;
import io.wanqu.vault.VaultQueries;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recounts pools from their holds and from the cards in the vault. */
@Component
class StockInvariants implements Invariant {

    private final JdbcClient jdbc;
    private final VaultQueries vault;
    private final SharedStock shared;

    StockInvariants(JdbcClient jdbc, VaultQueries vault, SharedStock shared) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.shared = shared;
    }

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public String sentence() {
        return "a pool's counters equal its holds and its cards, and no card is delivered twice";
    }

    @Override
    public List<String> violations(ShopId shop) {
        var found = new ArrayList<String>();
        var cards = vault.countByPool(shop).stream().collect(Collectors.toMap(count -> count.pool().value(), Function.identity()));
        jdbc.sql("""
                select pool_id, loaded, available, pool.held, consigned, sold, void, coalesce(promised.units, 0) as promised,
                       waiting, coalesce(queued.units, 0) as queued
                  from inventory.pool
                  left join (select pool_id, sum(quantity) as units
                               from inventory.hold
                              where shop_id = any(:holders)
                              group by pool_id) as promised using (pool_id)
                  left join (select shop_id, pool_id, sum(quantity) as units
                               from inventory.waiting
                              where shop_id = :shop and state = 'waiting'
                              group by shop_id, pool_id) as queued using (shop_id, pool_id)
                 where shop_id = :shop
                """)
            .param("shop", shop.value())
            .param("holders", Stream.concat(Stream.of(shop), shared.borrowers(shop).stream()).mapToLong(ShopId::value).toArray())
            .query(row -> {
                var pool = row.getLong("pool_id");
                compare(found, pool, "held", row.getLong("held"), row.getLong("promised"));
                compare(found, pool, "waiting", row.getLong("waiting"), row.getLong("queued"));
                var count = cards.getOrDefault(pool, new PoolCount(shop, new PoolId(pool), 0, 0, 0, 0, 0, 0, 0));
                compare(found, pool, "loaded", row.getLong("loaded"), count.loaded());
                compare(found, pool, "available and held", row.getLong("available") + row.getLong("held"),
                        count.available() + count.chosen());
                compare(found, pool, "consigned", row.getLong("consigned"), count.consigned());
                compare(found, pool, "sold", row.getLong("sold"), count.delivered());
                compare(found, pool, "void", row.getLong("void"), count.voided());
                compare(found, pool, "deliveries", row.getLong("sold"), count.deliveries());
                compare(found, pool, "cards delivered twice", 0, count.deliveredTwice());
            });
        return found;
    }

    private static void compare(List<String> found, long pool, String what, long counted, long recounted) {
        if (counted != recounted) {
            found.add("pool " + pool + ": " + what + " is " + counted + ", recounted " + recounted);
        }
    }
}
