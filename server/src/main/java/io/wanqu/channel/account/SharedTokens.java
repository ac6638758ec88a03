package io.wanqu.channel.account;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

import io.wanqu.channel.account.AccountSecrets.Stored;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Tokens;

import org.jspecify.annotations.Nullable;

/**
 * The tokens of one channel as this node sees them. A refresh token is often good for one use, so among all nodes one
 * refreshes and the others wait for what it got; the channel is called outside of any transaction.
 */
final class SharedTokens implements Tokens {

    private static final long LOOK_MILLIS = 20;

    private final ChannelKey key;
    private final AccountSecrets secrets;
    private final Clock clock;
    private final Duration lease;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Stored stored;

    SharedTokens(ChannelKey key, AccountSecrets secrets, Clock clock, Duration lease) {
        this.key = key;
        this.secrets = secrets;
        this.clock = clock;
        this.lease = lease;
    }

    @Override
    public Pair current() {
        var known = stored;
        if (known == null) {
            known = secrets.tokens(key);
            stored = known;
        }
        return known.pair();
    }

    @Override
    public Pair renew(Pair rejected, UnaryOperator<Pair> refresh) {
        lock.lock();
        try {
            var giveUpAt = clock.instant().plus(lease);
            while (clock.instant().isBefore(giveUpAt)) {
                var now = secrets.tokens(key);
                stored = now;
                if (!now.pair().access().equals(rejected.access())) {
                    return now.pair();
                }
                if (secrets.lease(key, now.version(), clock.instant(), lease)) {
                    return refreshed(now, refresh);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
            }
            throw ConnectorException.unreachable("tokens are being refreshed elsewhere", null);
        } finally {
            lock.unlock();
        }
    }

    /** A refusal leaves the pair as it is, which tells the caller that nothing better is to be had. */
    private Pair refreshed(Stored old, UnaryOperator<Pair> refresh) {
        try {
            secrets.store(key, old.version(), refresh.apply(old.pair()), clock.instant());
        } catch (ConnectorException e) {
            secrets.release(key, old.version());
            if (e.retryable()) {
                throw e;
            }
            return old.pair();
        }
        var now = secrets.tokens(key);
        stored = now;
        return now.pair();
    }
}
