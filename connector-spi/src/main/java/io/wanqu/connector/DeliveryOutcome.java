package io.wanqu.connector;

import java.time.Duration;

/** How a channel answered a delivery; a lost connection is a {@link ConnectorException} instead. */
public sealed interface DeliveryOutcome {

    record Delivered() implements DeliveryOutcome {
    }

    /** These very codes were there before: as good as delivered. */
    record AlreadyDelivered() implements DeliveryOutcome {
    }

    /** Send the same codes again after the delay. */
    record RetryLater(Duration delay) implements DeliveryOutcome {
    }

    /** The channel's deadline has passed; the codes stay ours. */
    record TooLate() implements DeliveryOutcome {
    }

    /** A person must look at it. */
    record Refused(String code, String message) implements DeliveryOutcome {
    }
}
