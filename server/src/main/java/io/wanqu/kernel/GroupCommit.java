package io.wanqu.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Runs what arrives at the same moment as one batch, so that many requests share one transaction and one flush to disk.
 * Nobody waits on purpose: an idle lane takes a lone request at once, and requests gather only while a lane is busy.
 * A refusal is a value in the answer. An unexpected failure halves the batch and tries again, until the one request that
 * fails stands alone and alone receives the exception. Alone it is tried again when another transaction was in its way.
 * When the database itself is away, nothing is tried again: all of the batch are told at once.
 */
public final class GroupCommit<I, O> implements AutoCloseable {

    private static final int WAITING_PER_LANE_MAX = 20_000;
    private static final int TRIES_ALONE_MAX = 3;
    private static final long LOOK_MILLIS = 200;
    private static final long CLOSE_MILLIS_MAX = 10_000;
    private static final int LANES_MAX = 4;

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

    /**
     * How many lanes suit this machine: while one flushes, the next can compute, but each lane more makes batches smaller,
     * and small batches cost the processor more than the waiting costs anybody.
     */
    public static int lanes() {
        return Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, LANES_MAX);
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

    /** How many have not begun. */
    int waiting() {
        return queue.size();
    }

    /** Refuses what has not begun, and waits for the batches that run to come to their end. */
    @Override
    public void close() {
        closed = true;
        refuseWaiting();
        try {
            for (var lane : lanes) {
                lane.join(CLOSE_MILLIS_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuseWaiting() {
        var left = new ArrayList<Waiting<I, O>>();
        queue.drainTo(left);
        left.forEach(waiting -> waiting.answer.completeExceptionally(new KernelProblem.Overloaded(name)));
    }

    /** A lane is never interrupted: it might be in the middle of a commit. */
    private void runLane() {
        var batch = new ArrayList<Waiting<I, O>>(batchMax);
        while (!closed) {
            try {
                var first = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, batchMax - 1);
                    run(batch, 1);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void run(List<Waiting<I, O>> batch, int tried) {
        try {
            answer(batch);
        } catch (RuntimeException | Error e) {
            if (isOutage(e)) {
                batch.forEach(waiting -> waiting.answer.completeExceptionally(e));
            } else if (batch.size() > 1) {
                var half = batch.size() / 2;
                run(batch.subList(0, half), 1);
                run(batch.subList(half, batch.size()), 1);
            } else if (isConflict(e) && tried < TRIES_ALONE_MAX) {
                run(batch, tried + 1);
            } else {
                batch.getFirst().answer.completeExceptionally(e);
            }
        }
    }

    private void answer(List<Waiting<I, O>> batch) {
        var outputs = work.apply(batch.stream().map(Waiting::input).toList());
        if (outputs.size() != batch.size()) {
            throw new IllegalStateException(name + " answered " + outputs.size() + " of " + batch.size());
        }
        for (var i = 0; i < outputs.size(); i++) {
            batch.get(i).answer.complete(outputs.get(i));
        }
    }

    private static boolean isOutage(Throwable e) {
        return e instanceof CannotCreateTransactionException || e instanceof DataAccessResourceFailureException;
    }

    /** Somebody else wrote the same key, or both waited for each other; the next try sees what was written. */
    private static boolean isConflict(Throwable e) {
        return e instanceof DuplicateKeyException || e instanceof ConcurrencyFailureException;
    }

    private record Waiting<I, O>(I input, CompletableFuture<O> answer) {
    }
}
