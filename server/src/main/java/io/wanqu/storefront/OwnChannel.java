package io.wanqu.storefront;

import java.util.List;
import java.util.Locale;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

/**
 * A channel that the shop opened itself; stock, prices, rails and figures are per channel as for any other.
 *
 * @param key     public: it stands in pages and orders
 * @param origins the sites that may show it in a frame
 */
public record OwnChannel(ShopId shop, ChannelId id, Kind kind, String name, String key, List<String> origins, boolean on) {

    /** What a channel is for. */
    public enum Kind {
        /** A page of the shop's own. */
        PAGE,
        /** A frame on somebody's site. */
        WIDGET,
        /** A counter with staff behind it. */
        TILL,
        /** A conversation in a messenger. */
        BOT,
        /** Leads to a listing elsewhere and sells nothing itself. */
        SHOWCASE;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether a stranger with the public key may order; a till and a bot order for their buyers. */
        boolean open() {
            return this == PAGE || this == WIDGET;
        }
    }
}
