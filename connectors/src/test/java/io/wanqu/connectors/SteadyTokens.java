package io.wanqu.connectors;

import io.wanqu.connector.Tokens;
import java.util.function.UnaryOperator;

/** A host that knows one pair and never another. */
public record SteadyTokens(Pair pair) implements Tokens {

    @Override
    public Pair current() {
        return pair;
    }

    @Override
    public Pair renew(Pair rejected, UnaryOperator<Pair> refresh) {
        return pair;
    }
}
