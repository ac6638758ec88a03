package io.wanqu.inventory.pool;

import java.util.Collection;

import io.wanqu.inventory.StockChanged;
import io.wanqu.kernel.event.EventLog;

import org.springframework.stereotype.Component;

/** Tells the log of which pools there is more or less to be had, one event a pool. */
@Component
public class StockEvents {

    private final EventLog log;

    StockEvents(EventLog log) {
        this.log = log;
    }

    /** @param more whether units became available, so that whoever waits may be served */
    public void changed(Collection<Pool> pools, boolean more) {
        log.append(pools.stream()
                .filter(Pool::moved)
                .map(pool -> new StockChanged(pool.key.shop(), pool.key.pool(), pool.counts().available(), more))
                .toList());
    }
}
