package io.wanqu.connector.listing;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How a channel took an offer; a lost connection is an exception instead. */
public sealed interface PublishOutcome {

    /**
     * It is there now, perhaps waiting for the channel's review.
     *
     * @param skuIds the channel's SKU ids by our codes
     */
    record Published(String externalProductId, Map<String, String> skuIds, Listing.State state)
        implements PublishOutcome {
        public Published {
            skuIds = Map.copyOf(skuIds);
        }
    }

    record RetryLater(Duration delay) implements PublishOutcome {
    }

    /** Not taken, for these reasons. */
    record Rejected(List<Finding> findings) implements PublishOutcome {
        public Rejected {
            findings = List.copyOf(findings);
        }
    }

    /** One reason in the channel's words; the field is ours and empty when the channel names none. */
    record Finding(String code, String field, String message) {
    }

    static Rejected rejected(String code, String message) {
        return new Rejected(List.of(new Finding(code, "", message)));
    }
}
