package io.wanqu.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** So many workers, each beginning the next piece when the last is done: finds the highest rate. */
public final class ClosedLoop {

    private final int workers;
    private final Supplier<Work> newWork;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Latencies latencies = new Latencies();
    private volatile boolean running = true;

    public ClosedLoop(int workers, Supplier<Work> newWork) {
        this.workers = workers;
        this.newWork = newWork;
    }

    /** Warms up, then counts what was both begun and ended while the measuring lasted. */
    public Outcome run(Duration warmUp, Duration measured, Runnable atStart) {
        var threads = new ArrayList<Thread>();
        for (var n = 0; n < workers; n++) {
            threads.add(Thread.startVirtualThread(this::work));
        }
        LockSupport.parkNanos(warmUp.toNanos());
        var counted = new Latencies();
        failures.set(0);
        atStart.run();
        var began = System.nanoTime();
        latencies = counted;
        LockSupport.parkNanos(measured.toNanos());
        latencies = new Latencies();
        var seconds = (System.nanoTime() - began) / 1e9;
        running = false;
        threads.forEach(ClosedLoop::join);
        return new Outcome(counted, counted.count() / seconds, failures.get());
    }

    private void work() {
        try (var work = newWork.get()) {
            while (running) {
                var into = latencies;
                var began = System.nanoTime();
                try {
                    work.once();
                    if (into == latencies) {
                        into.add(System.nanoTime() - began);
                    }
                } catch (IOException | IllegalStateException e) {
                    if (failures.getAndIncrement() == 0) {
                        System.getLogger("wanqu.bench").log(System.Logger.Level.WARNING, "the first failure", e);
                    }
                }
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public record Outcome(Latencies latencies, double perSecond, int failures) {
    }
}
