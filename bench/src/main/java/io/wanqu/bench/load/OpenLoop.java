package io.wanqu.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Begins pieces at a fixed rate, whether or not earlier ones are done, and measures each from the moment it was meant to
 * begin. A server that stalls is charged for everybody who came meanwhile; a closed loop would politely wait and not see it.
 */
public final class OpenLoop {

    private final double perSecond;
    private final Supplier<Work> newWork;

    public OpenLoop(double perSecond, Supplier<Work> newWork) {
        this.perSecond = perSecond;
        this.newWork = newWork;
    }

    public ClosedLoop.Outcome run(Duration warmUp, Duration measured, Runnable atStart) {
        var latencies = new Latencies();
        var failures = new AtomicInteger();
        var idle = new ConcurrentLinkedQueue<Work>();
        var pending = new Phaser(1);
        var skipped = Math.round(warmUp.toMillis() / 1e3 * perSecond);
        var all = skipped + Math.round(measured.toMillis() / 1e3 * perSecond);
        var start = System.nanoTime();
        for (var n = 0L; n < all; n++) {
            var meant = start + (long) (n * 1e9 / perSecond);
            parkUntil(meant);
            if (n == skipped) {
                atStart.run();
            }
            var counts = n >= skipped;
            pending.register();
            Thread.startVirtualThread(() -> {
                var free = idle.poll();
                var work = free == null ? newWork.get() : free;
                try {
                    work.once();
                    if (counts) {
                        latencies.add(System.nanoTime() - meant);
                    }
                } catch (IOException | IllegalStateException e) {
                    failures.incrementAndGet();
                } finally {
                    idle.add(work);
                    pending.arriveAndDeregister();
                }
            });
        }
        pending.arriveAndAwaitAdvance();
        idle.forEach(Work::close);
        return new ClosedLoop.Outcome(latencies, latencies.count() / (measured.toMillis() / 1e3), failures.get());
    }

    private static void parkUntil(long meant) {
        for (var left = meant - System.nanoTime(); left > 0; left = meant - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
