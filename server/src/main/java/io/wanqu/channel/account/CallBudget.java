package io.wanqu.channel.account;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one application may ask a channel in a second, shared by all nodes. A call costs a stretch of time, and a node takes
 * stretches for a few calls at once from the one row that says when the next is free: as many as wait for it, a tenth of a
 * second's worth at most. So nodes never exceed the budget together, and the row is written ten times a second at most.
 */
final class CallBudget {

    private static final int SLICES_PER_SECOND = 10;
    /** Calls that were taken and not made are worth nothing any more after this. */
    private static final long GOOD_FOR_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double BURST_SECONDS = 0.2;

    private final JdbcClient jdbc;
    private final String kind;
    private final String appKey;
    private final int perSecond;
    private final ReentrantLock lock = new ReentrantLock();
    private int left;
    private long beginsAt;
    private long slices;

    CallBudget(JdbcClient jdbc, String kind, String appKey, int perSecond) {
        this.jdbc = jdbc;
        this.kind = kind;
        this.appKey = appKey;
        this.perSecond = Math.max(1, perSecond);
    }

    /** Returns when the call may be made. */
    void take() {
        for (var at = place(); at - System.nanoTime() > 0;) {
            LockSupport.parkNanos(at - System.nanoTime());
        }
    }

    /** How often the row was written by this node. */
    long slices() {
        return slices;
    }

    private long place() {
        lock.lock();
        try {
            var now = System.nanoTime();
            if (left == 0 || now - beginsAt > GOOD_FOR_NANOS) {
                left = Math.clamp(1L + lock.getQueueLength(), 1, Math.max(1, perSecond / SLICES_PER_SECOND));
                beginsAt = now + slice(left).toNanos();
            }
            left--;
            return beginsAt;
        } finally {
            lock.unlock();
        }
    }

    /** Takes the next free stretch by the database's clock; the answer is how long it is until then. */
    private Duration slice(int calls) {
        slices++;
        var seconds = jdbc.sql("""
                insert into channel.call_budget as budget (kind, app_key, free_at)
                values (:kind, :appKey, clock_timestamp() + make_interval(secs => :cost))
                    on conflict (kind, app_key) do update
                   set free_at = greatest(budget.free_at, clock_timestamp() - make_interval(secs => :burst))
                                 + make_interval(secs => :cost)
                returning extract(epoch from free_at - make_interval(secs => :cost) - clock_timestamp())
                """)
            .param("kind", kind)
            .param("appKey", appKey)
            .param("cost", (double) calls / perSecond)
            .param("burst", BURST_SECONDS)
            .query(Double.class)
            .single();
        return Duration.ofNanos(Math.max(0, (long) (seconds * TimeUnit.SECONDS.toNanos(1))));
    }
}
