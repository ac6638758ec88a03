package io.wanqu.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** So many pieces and no more, by so many workers; the first failure ends it. */
public final class FixedCount {

    private final AtomicInteger left;
    private final int workers;
    private final Supplier<Work> newWork;

    public FixedCount(int count, int workers, Supplier<Work> newWork) {
        this.left = new AtomicInteger(count);
        this.workers = workers;
        this.newWork = newWork;
    }

    public void run() throws IOException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var n = 0; n < workers; n++) {
                running.add(threads.submit((Callable<Void>) this::work));
            }
            for (var each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Void work() throws IOException {
        try (var work = newWork.get()) {
            while (left.getAndDecrement() > 0) {
                work.once();
            }
        }
        return null;
    }
}
