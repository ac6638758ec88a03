package io.wanqu.connector.kit;

import io.wanqu.connector.Tokens;
import java.util.function.UnaryOperator;

/** A host's keeping of tokens with the lock that all nodes share. */
final class HostTokens implements Tokens {

    private Pair pair;

    HostTokens(Pair granted) {
        pair = granted;
    }

    @Override
    public synchronized Pair current() {
        return pair;
    }

    @Override
    public synchronized Pair renew(Pair rejected, UnaryOperator<Pair> refresh) {
        if (pair.access().equals(rejected.access())) {
            pair = refresh.apply(pair);
        }
        return pair;
    }
}
