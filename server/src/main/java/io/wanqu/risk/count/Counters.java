package io.wanqu.risk.count;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.wanqu.kernel.ShopId;
import io.wanqu.risk.count.CounterTable.Row;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What this node has counted, joined every second with what the others have. To count and to look costs no statement; who
 * comes once costs none at all. A node that starts, or sees somebody for the first time, may be one second behind.
 */
@Component
public class Counters implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Counters.class);
    private static final int KEYS_MAX = 200_000;
    private static final int TOLD_AT_ONCE_MAX = 5_000;
    private static final long TELL_EVERY_MILLIS = 1_000;

    private final CounterTable table;
    private final Clock clock;
    private final Cache<Key, Tally> tallies = Caffeine.newBuilder().maximumSize(KEYS_MAX).build();
    private final Set<Key> changed = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Counters(CounterTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    public void add(ShopId shop, Dimension by, long key, Deed deed) {
        add(new Key(shop.value(), by, deed, key), 0);
    }

    /** Counts somebody among the different people that come from here. */
    public void addPerson(ShopId shop, Dimension by, long key, long person) {
        add(new Key(shop.value(), by, Deed.PERSONS, key), person);
    }

    public double count(ShopId shop, Dimension by, long key, Deed deed, Window window) {
        var tally = tallies.getIfPresent(new Key(shop.value(), by, deed, key));
        return tally == null ? 0 : tally.of(window, clock.millis());
    }

    private void add(Key key, long member) {
        tallies.get(key, it -> new Tally(it.deed == Deed.PERSONS)).add(clock.millis(), member);
        changed.add(key);
    }

    /** Tells the other nodes what was counted here, and learns what they have counted; a few statements however much it is. */
    public void tell() {
        var now = clock.millis();
        var rows = new ArrayList<Row>();
        var fresh = new ArrayList<Row>();
        for (var keys = changed.iterator(); keys.hasNext() && rows.size() < TOLD_AT_ONCE_MAX;) {
            var key = keys.next();
            keys.remove();
            var tally = tallies.getIfPresent(key);
            if (tally != null) {
                take(key, tally, now, rows, fresh);
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        try {
            learn(table.add(rows));
            learn(table.find(fresh));
        } catch (RuntimeException e) {
            rows.forEach(row -> {
                var tally = tallies.getIfPresent(row.key());
                if (tally != null) {
                    tally.keep(row.window(), new Tally.Told(row.stretch(), row.count(), row.bits()));
                    changed.add(row.key());
                }
            });
            throw e;
        }
    }

    private static void take(Key key, Tally tally, long now, List<Row> rows, List<Row> fresh) {
        for (var window : Window.values()) {
            var told = tally.tell(window, now);
            if (told != null) {
                rows.add(new Row(key, window, told.stretch(), told.count(), told.bits()));
            }
        }
        if (!rows.isEmpty() && rows.getLast().key().equals(key) && tally.firstTold()) {
            for (var window : Window.values()) {
                fresh.add(new Row(key, window, window.stretch(now) - 1, 0, null));
            }
        }
    }

    private void learn(List<Row> rows) {
        rows.forEach(row -> {
            var tally = tallies.getIfPresent(row.key());
            if (tally != null) {
                tally.learn(row.window(), row.stretch(), row.count(), row.bits());
            }
        });
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("risk-counters").start(() -> {
            while (running) {
                try {
                    LockSupport.parkNanos(TELL_EVERY_MILLIS * 1_000_000);
                    tell();
                } catch (RuntimeException e) {
                    log.warn("counts could not be told to the other nodes: {}", e.toString());
                }
            }
        });
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** What is counted, and of whom. */
    record Key(long shop, Dimension by, Deed deed, long key) {
    }
}
