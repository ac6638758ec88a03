package io.wanqu.kernel;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes identifiers: 42 bits of milliseconds since 2024, 10 bits of node, 12 bits of counter (the TSID layout).
 * The node number comes from a database sequence, so that two servers of one database never share one while fewer than
 * 1,024 run.
 */
@Component
public final class Ids {

    private static final long EPOCH_MILLIS = 1_704_067_200_000L;
    private static final int NODE_BITS = 10;
    private static final int COUNTER_BITS = 12;

    private final Clock clock;
    private final long node;
    private final AtomicLong last = new AtomicLong();

    @Autowired
    Ids(Clock clock, JdbcClient jdbc) {
        this(clock, jdbc.sql("select nextval('kernel.node')").query(Long.class).single());
    }

    private Ids(Clock clock, long node) {
        this.clock = clock;
        this.node = node % (1 << NODE_BITS);
    }

    /** A source for a known node, where there is no database. */
    public static Ids of(Clock clock, int node) {
        return new Ids(clock, node);
    }

    /** The lowest identifier that could be made at a moment: rows in the order of their identifiers are in the order of time. */
    public static long lowestAt(Instant at) {
        return Math.max(0, at.toEpochMilli() - EPOCH_MILLIS) << (NODE_BITS + COUNTER_BITS);
    }

    /** When an identifier was made, to the millisecond. */
    public static Instant madeAt(long id) {
        return Instant.ofEpochMilli((id >>> (NODE_BITS + COUNTER_BITS)) + EPOCH_MILLIS);
    }

    /** The next identifier; strictly rising within this process even when the clock steps back. */
    public long next() {
        var tick = last.updateAndGet(this::advance);
        var millis = tick >>> COUNTER_BITS;
        var counter = tick & ((1 << COUNTER_BITS) - 1);
        return (millis << (NODE_BITS + COUNTER_BITS)) | (node << COUNTER_BITS) | counter;
    }

    /** Milliseconds and counter are one number, so a full counter simply runs into the next millisecond. */
    private long advance(long previous) {
        var now = (clock.millis() - EPOCH_MILLIS) << COUNTER_BITS;
        return Math.max(now, previous + 1);
    }
}
