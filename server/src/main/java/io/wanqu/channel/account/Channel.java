package io.wanqu.channel.account;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A shop's account on a marketplace, without its secrets.
 *
 * @param version     rises when the account is changed by its owner, so that open sessions are opened anew
 * @param ordersUntil up to when changes of orders have been read
 * @param failures    calls that failed since the last that did not
 * @param resumeAt    when a channel that is ill is tried again
 * @param answeredAt  when it last answered, within some seconds
 */
public record Channel(ChannelKey key, String kind, String name, State state, Account account, long version,
        @Nullable Instant ordersUntil, int failures, @Nullable Instant resumeAt, @Nullable Trouble trouble, @Nullable Instant answeredAt) {

    /** How it is with the channel. */
    public enum State {
        /** Connected, and not authorised yet. */
        DRAFT,
        ON,
        /** Stopped by its owner; pushes are kept for later. */
        PAUSED,
        /** The channel refuses our tokens; pushes are kept for later. */
        NEEDS_AUTHORISATION;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** Where it is and who we are there. */
    public record Account(String baseUri, String appKey, String externalShop) {
    }

    /** The last thing that went wrong, by the channel's own code. */
    public record Trouble(String code, Instant at) {
    }
}
