package io.wanqu.inventory.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.wanqu.inventory.AllocationRule;
import io.wanqu.inventory.AllocationRule.Mode;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.SharedStock;
import io.wanqu.kernel.SharedStock.Borrowed;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The inventory.pool and inventory.allocation tables. Pools are always locked by shop and id, all of a batch at once. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Pools {

    private final JdbcClient jdbc;
    private final SharedStock shared;

    Pools(JdbcClient jdbc, SharedStock shared) {
        this.jdbc = jdbc;
        this.shared = shared;
    }

    /** Locks pools for new holds: like {@link #lock}, but a pool that another shop keeps must be shared still. */
    public Map<PoolKey, Pool> lockToHold(Collection<PoolKey> keys) {
        var borrowed = keys.stream().filter(this::isBorrowed).map(key -> new Borrowed(key.shop(), key.pool())).toList();
        if (borrowed.isEmpty()) {
            return lock(keys);
        }
        var open = shared.lockOpen(borrowed);
        return lock(keys.stream().filter(key -> !isBorrowed(key) || open.contains(new Borrowed(key.shop(), key.pool()))).toList());
    }

    /**
     * Locks these pools for the transaction; a pool that does not exist is missing in the answer. One that another shop keeps
     * is found under the key it was asked by, and is the same pool for all who ask.
     */
    public Map<PoolKey, Pool> lock(Collection<PoolKey> keys) {
        var sorted = sorted(keys);
        var rows = jdbc.sql("""
                select pool.shop_id, pool.pool_id, daily, loaded, available, held, consigned, sold, void, waiting
                  from unnest(:shops, :pools) as wanted (shop_id, pool_id)
                  join inventory.pool using (shop_id, pool_id)
                 order by pool.shop_id, pool.pool_id
                   for update of pool
                """)
            .params(columns(sorted).params())
            .query((row, n) -> new Row(key(row), row.getBoolean("daily"), counts(row)))
            .list();
        return asked(keys, join(rows, shares(sorted)));
    }

    /** Reads pools as they are, without a lock: what is told, not what is promised. */
    public Map<PoolKey, Pool> read(Collection<PoolKey> keys) {
        var sorted = sorted(keys);
        var rows = jdbc.sql("""
                select shop_id, pool_id, daily, loaded, available, held, consigned, sold, void, waiting
                  from unnest(:shops, :pools) as wanted (shop_id, pool_id)
                  join inventory.pool using (shop_id, pool_id)
                """)
            .params(columns(sorted).params())
            .query((row, n) -> new Row(key(row), row.getBoolean("daily"), counts(row)))
            .list();
        return asked(keys, join(rows, shares(sorted)));
    }

    private boolean isBorrowed(PoolKey key) {
        return !shared.keeper(key.shop(), key.pool()).equals(key.shop());
    }

    private PoolKey kept(PoolKey key) {
        return isBorrowed(key) ? new PoolKey(shared.keeper(key.shop(), key.pool()), key.pool()) : key;
    }

    private List<PoolKey> sorted(Collection<PoolKey> keys) {
        return List.copyOf(keys.stream().map(this::kept).collect(Collectors.toCollection(TreeSet::new)));
    }

    private Map<PoolKey, Pool> asked(Collection<PoolKey> keys, Map<PoolKey, Pool> found) {
        var asked = new TreeMap<PoolKey, Pool>();
        keys.forEach(key -> Optional.ofNullable(found.get(kept(key))).ifPresent(pool -> asked.put(key, pool)));
        return asked;
    }

    public boolean exists(PoolKey key) {
        return jdbc.sql("select exists (select 1 from inventory.pool where shop_id = :shop and pool_id = :pool)")
            .param("shop", key.shop().value())
            .param("pool", key.pool().value())
            .query(Boolean.class)
            .single();
    }

    /** Those of the pools for which somebody waits. */
    public Set<PoolId> waitedFor(ShopId shop, Collection<PoolId> pools) {
        return new HashSet<>(jdbc.sql("""
                select pool_id
                  from inventory.pool
                 where shop_id = :shop
                   and pool_id = any(:pools)
                   and waiting > 0
                """)
            .param("shop", shop.value())
            .param("pools", pools.stream().mapToLong(PoolId::value).toArray())
            .query((row, n) -> new PoolId(row.getLong("pool_id")))
            .list());
    }

    /** Counts a place in the waiting list off a pool that is locked already. */
    public void unqueue(PoolKey key, int quantity) {
        jdbc.sql("update inventory.pool set waiting = waiting - :quantity where shop_id = :shop and pool_id = :pool")
            .param("shop", key.shop().value())
            .param("pool", key.pool().value())
            .param("quantity", quantity)
            .update();
    }

    private Map<PoolKey, List<Share>> shares(List<PoolKey> keys) {
        var shares = new TreeMap<PoolKey, List<Share>>();
        jdbc.sql("""
                select shop_id, pool_id, channel_id, mode, quota, taken, lent, floor, priority, percent, buffer, plus,
                       minimum, maximum, delist_at, version
                  from unnest(:shops, :pools) as wanted (shop_id, pool_id)
                  join inventory.allocation using (shop_id, pool_id)
                """)
            .params(columns(keys).params())
            .query(row -> {
                shares.computeIfAbsent(key(row), key -> new ArrayList<>())
                        .add(new Share(new ChannelId(row.getLong("channel_id")), rule(row), row.getLong("version"),
                                row.getLong("taken"), row.getLong("lent")));
            });
        return shares;
    }

    /** Writes back what changed: one statement for the pools, one for their quotas. */
    public void save(Collection<Pool> pools) {
        var changed = pools.stream().filter(Pool::changed).distinct().sorted((a, b) -> a.key.compareTo(b.key)).toList();
        if (changed.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update inventory.pool
                   set loaded = now.loaded, available = now.available, held = now.held, consigned = now.consigned,
                       sold = now.sold, void = now.void, waiting = now.waiting, version = pool.version + 1
                  from unnest(:shops, :pools, :loaded, :available, :held, :consigned, :sold, :void, :waiting)
                    as now (shop_id, pool_id, loaded, available, held, consigned, sold, void, waiting)
                 where pool.shop_id = now.shop_id and pool.pool_id = now.pool_id
                """)
            .params(Columns.of(changed)
                    .longs("shops", pool -> pool.key.shop().value())
                    .longs("pools", pool -> pool.key.pool().value())
                    .longs("loaded", pool -> pool.counts().loaded())
                    .longs("available", pool -> pool.counts().available())
                    .longs("held", pool -> pool.counts().held())
                    .longs("consigned", pool -> pool.counts().consigned())
                    .longs("sold", pool -> pool.counts().sold())
                    .longs("void", pool -> pool.counts().voided())
                    .longs("waiting", pool -> pool.counts().waiting())
                    .params())
            .update();
        saveShares(changed.stream()
                .flatMap(pool -> pool.shares().stream().filter(Share::changed).map(share -> new PoolShare(pool.key, share)))
                .toList());
    }

    private void saveShares(List<PoolShare> shares) {
        if (shares.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update inventory.allocation
                   set taken = now.taken, lent = now.lent
                  from unnest(:shops, :pools, :channels, :taken, :lent) as now (shop_id, pool_id, channel_id, taken, lent)
                 where allocation.shop_id = now.shop_id
                   and allocation.pool_id = now.pool_id
                   and allocation.channel_id = now.channel_id
                """)
            .params(Columns.of(shares)
                    .longs("shops", it -> it.key.shop().value())
                    .longs("pools", it -> it.key.pool().value())
                    .longs("channels", it -> it.share.channel.value())
                    .longs("taken", it -> it.share.taken())
                    .longs("lent", it -> it.share.lent())
                    .params())
            .update();
    }

    private static Map<PoolKey, Pool> join(List<Row> rows, Map<PoolKey, List<Share>> shares) {
        var pools = new TreeMap<PoolKey, Pool>();
        rows.forEach(row -> pools.put(row.key,
                new Pool(row.key, row.daily, row.counts, shares.getOrDefault(row.key, List.of()))));
        return pools;
    }

    private static Columns<PoolKey> columns(List<PoolKey> keys) {
        return Columns.of(keys).longs("shops", key -> key.shop().value()).longs("pools", key -> key.pool().value());
    }

    private static PoolKey key(ResultSet row) throws SQLException {
        return new PoolKey(new ShopId(row.getLong("shop_id")), new PoolId(row.getLong("pool_id")));
    }

    private static Pool.Counts counts(ResultSet row) throws SQLException {
        return new Pool.Counts(row.getLong("loaded"), row.getLong("available"), row.getLong("held"),
                row.getLong("consigned"), row.getLong("sold"), row.getLong("void"), row.getLong("waiting"));
    }

    private static AllocationRule rule(ResultSet row) throws SQLException {
        return new AllocationRule(Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
                row.getLong("quota"), row.getLong("floor"), row.getInt("priority"), row.getInt("percent"),
                row.getLong("buffer"), row.getLong("plus"), row.getLong("minimum"),
                row.getObject("maximum", Long.class), row.getLong("delist_at"));
    }

    private record Row(PoolKey key, boolean daily, Pool.Counts counts) {
    }

    private record PoolShare(PoolKey key, Share share) {
    }
}
