package io.wanqu.connectors.wire;

import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Heals a call whose access token was not good: one other token, one repeat, never a loop. */
public record Renewal(Tokens tokens, UnaryOperator<Tokens.Pair> refresh) {

    /** The answer of the repeat, or the first one where there was nothing to heal or no other token to be had. */
    public <T> T call(Function<Secret, T> send, Predicate<T> tokenTrouble) {
        return callWith(tokens.current(), send, tokenTrouble);
    }

    /** For platforms that give a token to whoever knows the application's secret: without one, one is fetched first. */
    public <T> T callFetching(Function<Secret, T> send, Predicate<T> tokenTrouble) {
        var pair = tokens.current();
        var missing = pair.access().reveal().isEmpty();
        return callWith(missing ? tokens.renew(pair, refresh) : pair, send, tokenTrouble);
    }

    private <T> T callWith(Tokens.Pair pair, Function<Secret, T> send, Predicate<T> tokenTrouble) {
        var answer = send.apply(pair.access());
        if (!tokenTrouble.test(answer)) {
            return answer;
        }
        var renewed = tokens.renew(pair, refresh);
        return renewed.access().equals(pair.access()) ? answer : send.apply(renewed.access());
    }
}
