package io.wanqu.bench.load;

import java.util.Arrays;

/** How long things took, every one of them, so that a percentile is a fact and no estimate. */
public final class Latencies {

    private long[] nanos = new long[1024];
    private int count;

    public synchronized void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = taken;
    }

    /** Forgets what was measured while warming up. */
    public synchronized void clear() {
        count = 0;
    }

    public synchronized int count() {
        return count;
    }

    /** The value that this share of all stays at or below, in milliseconds. */
    public synchronized double millis(double percent) {
        if (count == 0) {
            return Double.NaN;
        }
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(percent / 100 * count) - 1)] / 1e6;
    }
}
