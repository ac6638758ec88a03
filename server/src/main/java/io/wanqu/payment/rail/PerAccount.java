package io.wanqu.payment.rail;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What is made from an account's keys and kept until they are replaced: reading keys and certificates takes longer than a call. */
public final class PerAccount<T> {

    private static final int KEPT_MAX = 2_000;

    private final Map<RailAccount.Key, Made<T>> made = new ConcurrentHashMap<>();
    private final Function<RailAccount, T> make;

    public PerAccount(Function<RailAccount, T> make) {
        this.make = make;
    }

    public T of(RailAccount account) {
        var kept = made.get(account.key());
        if (kept != null && kept.version == account.version()) {
            return kept.thing;
        }
        var fresh = make.apply(account);
        if (made.size() >= KEPT_MAX) {
            made.clear();
        }
        made.put(account.key(), new Made<>(account.version(), fresh));
        return fresh;
    }

    private record Made<T>(long version, T thing) {

        @Override
        public String toString() {
            return "Made[" + version + "]";
        }
    }
}
