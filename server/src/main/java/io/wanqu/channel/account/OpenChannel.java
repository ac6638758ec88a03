package io.wanqu.channel.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

import io.github.bucket4j.Bucket;

import io.wanqu.connector.Capabilities;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Tokens;

/** A channel that can be called: never more than its budget allows, never more at once than its share of this node. */
public final class OpenChannel {

    private final Channel channel;
    private final Line line;

    OpenChannel(Channel channel, Line line) {
        this.channel = channel;
        this.line = line;
    }

    public ChannelKey key() {
        return channel.key();
    }

    public Channel channel() {
        return channel;
    }

    public Capabilities capabilities() {
        return line.capabilities;
    }

    /** For checking pushes, which calls nobody; everything else goes through {@link #call}. */
    public ChannelSession session() {
        return line.session;
    }

    /** While the channel is ill, one job is enough to find out whether it still is. */
    public int batch(int usual) {
        return channel.failures() > 0 ? 1 : usual;
    }

    public <T> T call(Function<ChannelSession, T> verb) {
        try {
            line.slots.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectorException.unreachable("interrupted", e);
        }
        try {
            line.budget.asBlocking().consumeUninterruptibly(1);
            return verb.apply(line.session);
        } finally {
            line.slots.release();
        }
    }

    /** Does the work for each input on a thread of its own; the answers come in the order of the inputs. */
    public <I, O> List<O> each(List<I> inputs, Function<I, O> work) {
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("channel-" + key()).factory())) {
            var running = new ArrayList<Future<O>>();
            for (var input : inputs) {
                running.add(threads.submit((Callable<O>) () -> work.apply(input)));
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
            throw ConnectorException.unreachable("interrupted", e);
        }
    }

    /** Gets a new pair now; false when the channel refuses to give one. */
    public boolean renewTokens() {
        var old = line.tokens.current();
        return !line.tokens.renew(old, line.session::refresh).access().equals(old.access());
    }

    boolean speaksFor(Channel other) {
        return channel.version() == other.version();
    }

    OpenChannel with(Channel now) {
        return new OpenChannel(now, line);
    }

    /** What stays the same however often the channel's row is read. */
    record Line(ChannelSession session, Tokens tokens, Capabilities capabilities, Semaphore slots, Bucket budget) {

        static Line of(ChannelSession session, Tokens tokens, Capabilities capabilities, int atOnce) {
            var calls = capabilities.access().callsPerSecond();
            var budget = Bucket.builder()
                    .addLimit(limit -> limit.capacity(calls).refillGreedy(calls, Duration.ofSeconds(1)))
                    .build();
            return new Line(session, tokens, capabilities, new Semaphore(atOnce, true), budget);
        }
    }
}
