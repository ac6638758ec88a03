package io.wanqu.kernel;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Who asks on behalf of a shop, and what for; a controller takes it as a parameter and asks it first.
 *
 * @param account  the person behind it; null for a token that belongs to the shop alone
 * @param channels what the person is limited to; null means all channels
 * @param fresh    whether a person has just proved again who he is; a program has nothing to prove
 */
public record Caller(ShopId shop, String name, Set<Scope> scopes, @Nullable AccountId account, @Nullable Set<ChannelId> channels,
        boolean fresh) {

    /** A program with a token of the shop. */
    public Caller(ShopId shop, String name, Set<Scope> scopes) {
        this(shop, name, scopes, null, null, true);
    }

    /**
     * Refuses a caller who lacks the scope. Who is limited to channels may in this way only read what the shop offers: whatever
     * else is asked for the shop as a whole would reach beyond his channels.
     */
    public ShopId must(Scope scope) {
        mustSomewhere(scope);
        if (channels != null && scope != Scope.SHOP_READ) {
            throw new LimitedToChannels();
        }
        return shop;
    }

    /** For what belongs to single channels: the endpoint itself keeps to those that the caller {@link #sees}. */
    public ShopId mustSomewhere(Scope scope) {
        if (!scopes.contains(scope)) {
            throw new MissingScope(scope);
        }
        return shop;
    }

    public boolean sees(ChannelId channel) {
        return channels == null || channels.contains(channel);
    }

    /** Refuses everybody but the platform's own people. */
    public void mustOperate(Scope scope) {
        must(scope);
        if (!shop.equals(ShopId.PLATFORM)) {
            throw new OperatorOnly();
        }
    }

    /** Refuses a person who has been signed in for a while: what can do lasting harm takes a proof of just now. */
    public void mustBeFresh() {
        if (!fresh) {
            throw new StepUpNeeded();
        }
    }

    /** What a token may do, least first: reading never changes, and secrets are a scope of their own. */
    public enum Scope {
        SHOP_READ, SHOP_WRITE, CATALOG_WRITE, STOCK_READ, STOCK_WRITE, CARDS_WRITE, CARDS_REVEAL,
        ORDERS_READ, ORDERS_WRITE, CHANNELS_WRITE, LEDGER_READ, AUDIT_READ, MONEY_WRITE, AGREEMENTS_WAIVE,
        CUSTOMERS_READ, CUSTOMERS_WRITE, CUSTOMERS_REVEAL;

        /** As it is written in a token and in documents: {@code stock:write}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ':');
        }
    }

    /** The token is good, but not for this. */
    public static final class MissingScope extends Problem {

        private static final long serialVersionUID = 1L;

        MissingScope(Scope scope) {
            super("kernel.missing-scope", Kind.FORBIDDEN, Map.of("scope", scope.text()));
        }
    }

    /** The person works for some channels, and this is about all of them. */
    public static final class LimitedToChannels extends Problem {

        private static final long serialVersionUID = 1L;

        LimitedToChannels() {
            super("kernel.limited-to-channels", Kind.FORBIDDEN, Map.of("expected", "somebody who works for all channels of the shop"));
        }
    }

    /** The person may do this, after he has shown once more who he is. */
    public static final class StepUpNeeded extends Problem {

        private static final long serialVersionUID = 1L;

        public StepUpNeeded() {
            super("identity.step-up-needed", Kind.FORBIDDEN, Map.of("expected", "a proof at /api/v1/session/step-up"));
        }
    }

    /** Only those who run the platform may do this, whatever a shop's token says. */
    public static final class OperatorOnly extends Problem {

        private static final long serialVersionUID = 1L;

        OperatorOnly() {
            super("kernel.operator-only", Kind.FORBIDDEN, Map.of("expected", "a token of the platform"));
        }
    }
}
