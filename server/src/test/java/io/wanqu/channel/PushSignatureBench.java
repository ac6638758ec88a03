package io.wanqu.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.Connector;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to check a marketplace's signature over a push, and to take the push apart. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PushSignatureBench {

    private ChannelSession session;
    private PushRequest push;

    /** Key, secret and signature are a vector of the platform's protocol. */
    @Setup
    public void open() {
        var app = new ChannelAccount.App("3409409348479354011", Secret.of("2b0c5e9c-1111-2222-3333-444455556666"));
        session = Connector.installed().get("doudian").open(new ChannelAccount(URI.create("http://localhost"), app, "1", Tokens.none(),
                ChannelAccount.Host.of(Clock.systemUTC(), Duration.ofSeconds(1), Duration.ofSeconds(1))));
        push = new PushRequest(Map.of("app-id", app.key(), "event-sign", "c705a56680da762fad8a5c1e5274b409"), Map.of(),
                "[{\"tag\":\"101\",\"msg_id\":\"1\",\"data\":\"{\\\"p_id\\\":1}\"}]".getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
        if (!(session.receive(push) instanceof PushAnswer.Accepted)) {
            throw new IllegalStateException("the push is not genuine");
        }
    }

    @Benchmark
    public PushAnswer check() {
        return session.receive(push);
    }
}
