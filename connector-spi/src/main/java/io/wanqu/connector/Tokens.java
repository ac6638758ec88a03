package io.wanqu.connector;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The tokens of one shop, kept by the host because every node shares them. */
public interface Tokens {

    /** The pair in force; kept in memory by the host, for it is asked before each call. */
    Pair current();

    /**
     * Answers a pair other than the rejected one. The host takes its lock across nodes, looks whether somebody else
     * was faster, and only then runs {@code refresh} and stores what it gives.
     */
    Pair renew(Pair rejected, UnaryOperator<Pair> refresh);

    /** An access token and the means to get the next one. Ends are null where the channel names none. */
    record Pair(Secret access, Secret refresh, @Nullable Instant accessEndsAt, @Nullable Instant refreshEndsAt) {
    }

    /** For channels that sign with the application's secret alone. */
    static Tokens none() {
        var nothing = new Pair(Secret.of(""), Secret.of(""), null, null);
        return new Tokens() {
            @Override
            public Pair current() {
                return nothing;
            }

            @Override
            public Pair renew(Pair rejected, UnaryOperator<Pair> refresh) {
                return nothing;
            }
        };
    }
}
