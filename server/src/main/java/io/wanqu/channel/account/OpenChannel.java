package io.wanqu.channel.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import io.wanqu.connector.Capabilities;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Tokens;

import org.jspecify.annotations.Nullable;

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
        return line.guard.call(() -> verb.apply(line.session));
    }

    /** For the one call which all others follow from: it waits for none of them, but for its place in the budget. */
    public <T> T callAhead(Function<ChannelSession, T> verb) {
        return line.guard.callAhead(() -> verb.apply(line.session));
    }

    /** Waits for messages: outside the bulkhead, because it waits on purpose and for long. */
    public <T> T listen(Function<ChannelSession, T> verb) {
        return line.guard.answered(verb.apply(line.session));
    }

    /** Whether this node lets calls through: closed, open, half_open. */
    public String breaker() {
        return line.guard.breaker();
    }

    /** When the channel last answered this node, null when it never did. */
    public @Nullable Instant answeredAt() {
        return line.guard.answeredAt();
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
        line.guard.probe(now.resumeAt());
        return new OpenChannel(now, line);
    }

    CallGuard guard() {
        return line.guard;
    }

    void close() {
        line.session.close();
    }

    /** What stays the same however often the channel's row is read. */
    record Line(ChannelSession session, Tokens tokens, Capabilities capabilities, CallGuard guard) {
    }
}
