package io.wanqu.connector.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An offer as the channel shows it.
 *
 * @param outerProductCode the code that we gave it, null when none was given
 * @param rawState what the channel wrote, whether it was understood or not
 * @param reasons why it is not on sale, in the channel's words
 */
public record Listing(String externalProductId, @Nullable String outerProductCode, String title, State state,
                      String rawState, List<String> reasons, List<Sku> skus) {

    public Listing {
        reasons = List.copyOf(reasons);
        skus = List.copyOf(skus);
    }

    /** Where an offer stands. */
    public enum State {
        DRAFT, IN_REVIEW, ON_SALE, OFF_SALE, REJECTED, REMOVED,
        /** A code this connector does not know. */
        UNKNOWN
    }

    /** One choice as the channel shows it. */
    public record Sku(String externalSkuId, @Nullable String outerSkuCode, String name, long priceMinor, long stock) {
    }
}
