package io.wanqu.connector.supply;

import io.wanqu.connector.Delivery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a channel's purchase.
 *
 * @param orderNumber the channel's number
 * @param ourNumber empty when nothing was sold
 * @param codes empty until it is done
 * @param reason why it failed, for the channel's staff
 */
public record Supplied(String orderNumber, String ourNumber, State state, long amountMinor, Times times,
                       List<Delivery.Code> codes, String reason) {

    public Supplied {
        codes = List.copyOf(codes);
    }

    /** How far it has come. */
    public enum State {
        PROCESSING, DONE, FAILED
    }

    /** When it was asked for and when it ended. */
    public record Times(Instant orderedAt, @Nullable Instant endedAt) {
    }
}
