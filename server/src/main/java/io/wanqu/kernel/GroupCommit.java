package io.wanqu.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Runs what arrives at the same moment as one batch, so that many requests share one transaction and one flush to disk.
 * Nobody waits on purpose: an idle lane takes a lone request at once, and requests gather only while a lane is busy.
 * A refusal is a value in the answer. An unexpected failure halves the batch and tries again, until the one request that
 * fails stands alone and alone receives the exception.
 */
public final class GroupCommit<I, O> implements AutoCloseable {

    private static final int WAITING_PER_LANE_MAX = 20_000;

    private final String name;
    private final int batchMax;
    private final Function<List<I>, List<O>> work;
    private final BlockingQueue<Waiting<I, O>> queue;
    private final List<Thread> lanes = new ArrayList<>();
    private volatile boolean closed;

    /**
     * @param lanes how many batches may run at once; while one flushes, the next can compute
     * @param work  answers a batch with exactly one output per input, in the same order
     */
    public GroupCommit(String name, int lanes, int batchMax, Function<List<I>, List<O>> work) {
        this.name = name;
        this.batchMax = batchMax;
        this.work = work;
        this.queue = new ArrayBlockingQueue<>(WAITING_PER_LANE_MAX * lanes);
        for (var lane = 0; lane < lanes; lane++) {
            this.lanes.add(Thread.ofPlatform().daemon().name(name + "-" + lane).start(this::runLane));
        }
    }

    /** Waits for the outcome of this one input; throws what its batch threw when it ran alone. */
    public O submit(I input) {
        var waiting = new Waiting<I, O>(input, new CompletableFuture<>());
        if (closed || !queue.offer(waiting)) {
            throw new KernelProblem.Overloaded(name);
        }
        if (closed) {
            refuseWaiting();
        }
        try {
            return waiting.answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Lets batches that run come to their end and refuses those that have not begun. */
    @Override
    public void close() {
        closed = true;
        lanes.forEach(Thread::interrupt);
        refuseWaiting();
    }

    private void refuseWaiting() {
        var left = new ArrayList<Waiting<I, O>>();
        queue.drainTo(left);
        left.forEach(waiting -> waiting.answer.completeExceptionally(new KernelProblem.Overloaded(name)));
    }

    private void runLane() {
        var batch = new ArrayList<Waiting<I, O>>(batchMax);
        while (!closed) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                return;
            }
            queue.drainTo(batch, batchMax - 1);
            run(batch);
            batch.clear();
        }
    }

    private void run(List<Waiting<I, O>> batch) {
        try {
            var outputs = work.apply(batch.stream().map(Waiting::input).toList());
            if (outputs.size() != batch.size()) {
                throw new IllegalStateException(name + " answered " + outputs.size() + " of " + batch.size());
            }
            for (var i = 0; i < outputs.size(); i++) {
                batch.get(i).answer.complete(outputs.get(i));
            }
        } catch (RuntimeException | Error e) {
            if (batch.size() == 1) {
                batch.getFirst().answer.completeExceptionally(e);
                return;
            }
            var half = batch.size() / 2;
            run(batch.subList(0, half));
            run(batch.subList(half, batch.size()));
        }
    }

    private record Waiting<I, O>(I input, CompletableFuture<O> answer) {
    }
}
