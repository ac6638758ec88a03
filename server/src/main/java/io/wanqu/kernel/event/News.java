package io.wanqu.kernel.event;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the log once for all listeners of this node, and wakes those of whose types something is new. Each round covers
 * what lies between the horizon of the round before and its own, so a listener that read to the end after a round had ended
 * has nothing to look for until a later round names one of its types.
 */
final class News {

    private static final Logger log = LoggerFactory.getLogger(News.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final EventCursors cursors;
    private final Bell bell;
    private final EventSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<String, Long> roundOf = new HashMap<>();
    private long round;
    private long roundOfAll;
    private volatile boolean running;

    News(EventCursors cursors, Bell bell, EventSettings settings) {
        this.cursors = cursors;
        this.bell = bell;
        this.settings = settings;
    }

    void start() {
        running = true;
        Thread.ofVirtual().name("event-news").start(this::look);
    }

    void stop() {
        running = false;
        tell(List.of(), true);
    }

    /** The round that ended last; to be asked for before reading. */
    long round() {
        lock.lock();
        try {
            return round;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when a round after {@code read} found one of the types, or after the time. */
    void await(Collection<String> types, long read, long millis) throws InterruptedException {
        lock.lock();
        try {
            var left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (running && left > 0 && roundOfAll <= read && types.stream().noneMatch(type -> roundOf.getOrDefault(type, 0L) > read)) {
                left = news.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * After a ring it looks again soon, then ever later: an event that is committed while an older transaction still
     * runs is behind the horizon, and nothing rings when that one ends without an event of its own. Under load events
     * gather between two looks; after a quiet moment the first one is seen at once.
     */
    private void look() {
        @Nullable String horizon = null;
        var rings = 0L;
        var wait = LOOK_AGAIN_MILLIS;
        while (running) {
            try {
                var looked = System.nanoTime();
                var seen = cursors.newTypes(horizon);
                tell(seen.types(), horizon == null);
                horizon = seen.horizon();
                var heard = bell.await(rings, wait);
                wait = heard == rings && seen.types().isEmpty() ? Math.min(LOOK_MILLIS, wait * 2) : LOOK_AGAIN_MILLIS;
                LockSupport.parkNanos(settings.gather().toNanos() - (System.nanoTime() - looked));
                rings = bell.rings();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                horizon = null;
                if (running) {
                    log.warn("the event log could not be looked at: {}", e.toString());
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
                }
            }
        }
    }

    private void tell(List<String> types, boolean all) {
        lock.lock();
        try {
            round++;
            types.forEach(type -> roundOf.put(type, round));
            if (all) {
                roundOfAll = round;
            }
            if (all || !types.isEmpty()) {
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
