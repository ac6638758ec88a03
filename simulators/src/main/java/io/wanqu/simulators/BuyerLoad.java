package io.wanqu.simulators;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Buyers who come at a steady rate until enough have bought or the shelf stays empty. */
public final class BuyerLoad {

    private static final long STEP_NANOS = 1_000_000;

    private final long wanted;
    private final double perSecond;
    private final long patienceNanos;
    private final BooleanSupplier purchase;
    private final AtomicLong bought = new AtomicLong();
    private final AtomicLong missed = new AtomicLong();
    private volatile boolean done;
    private volatile boolean stopped;

    /** A rate of zero means as fast as possible; patience is how long an empty shelf is looked at. */
    public BuyerLoad(long wanted, double perSecond, long patienceMillis, BooleanSupplier purchase) {
        this.wanted = wanted;
        this.perSecond = perSecond;
        this.patienceNanos = patienceMillis * 1_000_000;
        this.purchase = purchase;
    }

    public BuyerLoad start() {
        Thread.ofVirtual().name("buyers").start(this::run);
        return this;
    }

    private void run() {
        try {
            var start = System.nanoTime();
            var emptySince = 0L;
            while (!stopped && bought.get() < wanted) {
                if (tooEarly(start)) {
                    LockSupport.parkNanos(STEP_NANOS);
                } else if (purchase.getAsBoolean()) {
                    bought.incrementAndGet();
                    emptySince = 0;
                } else {
                    missed.incrementAndGet();
                    var now = System.nanoTime();
                    emptySince = emptySince == 0 ? now : emptySince;
                    if (now - emptySince >= patienceNanos) {
                        return;
                    }
                    LockSupport.parkNanos(STEP_NANOS);
                }
            }
        } finally {
            done = true;
        }
    }

    private boolean tooEarly(long start) {
        return perSecond > 0 && bought.get() > (System.nanoTime() - start) / 1e9 * perSecond;
    }

    public void stop() {
        stopped = true;
    }

    public long bought() {
        return bought.get();
    }

    /** How often a buyer found the shelf empty. */
    public long missed() {
        return missed.get();
    }

    public boolean done() {
        return done;
    }
}
