package io.wanqu.connectors.wire;

import io.wanqu.connector.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Asks for many things at once where a list names them only; the answers come in the order of the questions. */
public final class Together {

    private static final int AT_ONCE = 8;

    private Together() {
    }

    public static <I, O> List<O> each(List<I> inputs, Function<I, O> work) {
        var slots = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<O>>();
            for (var input : inputs) {
                slots.acquire();
                running.add(threads.submit(() -> {
                    try {
                        return work.apply(input);
                    } finally {
                        slots.release();
                    }
                }));
            }
            var answers = new ArrayList<O>();
            for (var each : running) {
                answers.add(each.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectorException.unreachable("interrupted", null);
        }
    }
}
