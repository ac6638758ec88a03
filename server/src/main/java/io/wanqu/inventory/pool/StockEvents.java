package io.wanqu.inventory.pool;

import java.util.Collection;
import java.util.stream.Stream;

import io.wanqu.inventory.StockChanged;
import io.wanqu.kernel.SharedStock;
import io.wanqu.kernel.event.EventLog;

import org.springframework.stereotype.Component;

/** Tells the log of which pools there is more or less to be had, one event a pool. */
@Component
public class StockEvents {

    private final EventLog log;
    private final SharedStock shared;

    StockEvents(EventLog log, SharedStock shared) {
        this.log = log;
        this.shared = shared;
    }

    /** @param more whether units became available, so that whoever waits may be served */
    public void changed(Collection<Pool> pools, boolean more) {
        log.append(pools.stream()
                .filter(Pool::moved)
                .distinct()
                .flatMap(pool -> told(pool, more))
                .toList());
    }

    /** Whoever sells from the pool hears of it as if it were his own. */
    private Stream<StockChanged> told(Pool pool, boolean more) {
        var own = new StockChanged(pool.key.shop(), pool.key.pool(), pool.counts().available(), more);
        var borrowers = shared.borrowers(own.shop(), own.pool());
        return borrowers.isEmpty() ? Stream.of(own) : Stream.concat(Stream.of(own),
                borrowers.stream().map(shop -> new StockChanged(shop, own.pool(), own.available(), more)));
    }
}
