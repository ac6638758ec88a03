package io.wanqu.payment.stripe;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;

import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailException;

import org.springframework.stereotype.Component;

/** Clients of Stripe, one for each account and set of keys. */
@Component
class StripeClients {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 15_000;
    private static final int KEPT_MAX = 1_000;
    private static final int TOO_MANY = 429;
    private static final int IN_USE = 409;
    private static final int SERVER_ERROR = 500;

    private final LoadingCache<Wanted, StripeClient> clients = Caffeine.newBuilder().maximumSize(KEPT_MAX)
            .expireAfterAccess(Duration.ofMinutes(10)).build(wanted -> client(wanted.account));

    StripeClient of(RailAccount account) {
        return clients.get(new Wanted(account));
    }

    /** The library does not repeat by itself: what is repeated, and when, is decided where it is written down. */
    private static StripeClient client(RailAccount account) {
        var builder = StripeClient.builder()
            .setApiKey(account.keys().reveal("secretKey"))
            .setConnectTimeout(CONNECT_MILLIS)
            .setReadTimeout(READ_MILLIS)
            .setMaxNetworkRetries(0);
        if (account.baseUri() != null) {
            builder.setApiBase(account.baseUri().toString().replaceFirst("/$", ""));
        }
        return builder.build();
    }

    /** Stripe's own texts may name a key or a person, so only codes are kept. */
    static RailException trouble(StripeException e) {
        var status = e.getStatusCode() == null ? 0 : e.getStatusCode();
        var code = e.getCode() == null ? e.getClass().getSimpleName() : e.getCode();
        var text = "Stripe answered " + status + ", request " + e.getRequestId();
        if (e instanceof RateLimitException || status == TOO_MANY) {
            return RailException.later(code, text);
        }
        if (e instanceof ApiConnectionException || status == 0 || status == IN_USE || status >= SERVER_ERROR) {
            return RailException.unclear(code, text);
        }
        return RailException.refused(code, text);
    }

    /** Equal while account, keys and address are. */
    private record Wanted(RailAccount account) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Wanted wanted && wanted.account.key().equals(account.key()) && wanted.account.version() == account.version();
        }

        @Override
        public int hashCode() {
            return account.key().hashCode();
        }
    }
}
