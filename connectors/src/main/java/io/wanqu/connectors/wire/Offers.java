package io.wanqu.connectors.wire;

import io.wanqu.connector.listing.Listing;
import io.wanqu.connector.listing.PublishOutcome;
import java.util.HashMap;
import java.util.Optional;

/** What is said of an offer that was written and then read back. */
public final class Offers {

    private Offers() {
    }

    /** The channel's ids by our codes; an offer that cannot be read back is not there, whatever the channel said. */
    public static PublishOutcome published(Optional<Listing> offer, String missing) {
        return offer.<PublishOutcome>map(Offers::published)
            .orElseGet(() -> PublishOutcome.rejected(missing, "the offer is not there"));
    }

    private static PublishOutcome.Published published(Listing offer) {
        var ids = new HashMap<String, String>();
        for (var sku : offer.skus()) {
            var code = sku.outerSkuCode();
            if (code != null) {
                ids.put(code, sku.externalSkuId());
            }
        }
        return new PublishOutcome.Published(offer.externalProductId(), ids, offer.state());
    }
}
