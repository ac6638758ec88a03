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
    private volatile Counted counted = new Counted();
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
        var measuring = new Counted();
        atStart.run();
        var began = System.nanoTime();
        counted = measuring;
        LockSupport.parkNanos(measured.toNanos());
        counted = new Counted();
        var seconds = (System.nanoTime() - began) / 1e9;
        running = false;
        threads.forEach(ClosedLoop::join);
        return new Outcome(measuring.latencies, measuring.latencies.count() / seconds, measuring.failures.get());
    }

    private void work() {
        try (var work = newWork.get()) {
            while (running) {
                var into = counted;
                var began = System.nanoTime();
                try {
                    work.once();
                    if (into == counted) {
                        into.latencies.add(System.nanoTime() - began);
                    }
                } catch (IOException | IllegalStateException e) {
                    if (into == counted && into.failures.getAndIncrement() == 0) {
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

    /** What ended while this was being counted. */
    private static final class Counted {

        private final Latencies latencies = new Latencies();
        private final AtomicInteger failures = new AtomicInteger();
    }

    public record Outcome(Latencies latencies, double perSecond, int failures) {
    }
}
