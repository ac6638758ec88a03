package io.wanqu.inventory;

import java.util.Collection;

import io.wanqu.kernel.event.EventLog;

import org.springframework.stereotype.Component;

/** Tells the log which pools moved, one event a pool. */
@Component
class StockEvents {

    private final EventLog log;

    StockEvents(EventLog log) {
        this.log = log;
    }

    /** @param more whether units became available, so that whoever waits may be served */
    void changed(Collection<Pool> pools, boolean more) {
        log.append(pools.stream()
                .filter(Pool::changed)
                .map(pool -> new StockChanged(pool.key.shop(), pool.key.pool(), pool.counts().available(), more))
                .toList());
    }
}
