package io.wanqu.shop.sharing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.SharedStock;
import io.wanqu.kernel.ShopId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Every pool that was ever shared, in memory; read again each second apart from the sales, so that these never wait for it. A
 * share that ended stays known, because what was sold by it lies with its keeper for ever.
 */
@Component
class KnownShares implements SharedStock, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(KnownShares.class);

    private final Shares shares;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("known-shares").factory());
    private volatile Known known;

    KnownShares(Shares shares) {
        this.shares = shares;
        this.known = Known.of(shares.pools());
        clock.scheduleWithFixedDelay(this::readAgain, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public ShopId keeper(ShopId shop, PoolId pool) {
        return known.keeper.isEmpty() ? shop : known.keeper.getOrDefault(new Borrowed(shop, pool), shop);
    }

    @Override
    public Set<ShopId> borrowers(ShopId keeper, PoolId pool) {
        return known.borrowers.isEmpty() ? Set.of() : known.borrowers.getOrDefault(new Borrowed(keeper, pool), Set.of());
    }

    @Override
    public Set<ShopId> borrowers(ShopId keeper) {
        return known.allBorrowers.getOrDefault(keeper, Set.of());
    }

    @Override
    public Set<ShopId> keepers(ShopId shop) {
        return known.keepers.getOrDefault(shop, Set.of());
    }

    @Override
    public Set<Borrowed> lockOpen(Collection<Borrowed> wanted) {
        return shares.lockOpen(wanted);
    }

    /** At once on the node that made a change. */
    void readNow() {
        known = Known.of(shares.pools());
    }

    private void readAgain() {
        try {
            readNow();
        } catch (RuntimeException e) {
            log.warn("the shares of pools could not be read and stay as they were known", e);
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }

    /** The same pools, seen from every side. */
    private record Known(Map<Borrowed, ShopId> keeper, Map<Borrowed, Set<ShopId>> borrowers, Map<ShopId, Set<ShopId>> allBorrowers,
            Map<ShopId, Set<ShopId>> keepers) {

        static Known of(List<Shares.Pool> pools) {
            var known = new Known(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
            for (var it : pools) {
                known.keeper.put(new Borrowed(it.to(), it.pool()), it.shop());
                known.borrowers.computeIfAbsent(new Borrowed(it.shop(), it.pool()), key -> set()).add(it.to());
                known.allBorrowers.computeIfAbsent(it.shop(), key -> set()).add(it.to());
                known.keepers.computeIfAbsent(it.to(), key -> set()).add(it.shop());
            }
            return known;
        }

        private static Set<ShopId> set() {
            return new TreeSet<>((a, b) -> Long.compare(a.value(), b.value()));
        }
    }
}
