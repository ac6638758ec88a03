package io.wanqu.connector;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The codes of one order line. It is built from stored facts alone, so that a repeat has the same content.
 *
 * @param paidAt when the channel says it was paid; deadlines count from here
 */
public record Delivery(String externalOrderId, String externalLineId, String externalSkuId, List<Code> codes,
                       Instant paidAt) {

    public Delivery {
        codes = List.copyOf(codes);
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("a delivery without codes");
        }
    }

    /**
     * One card key.
     *
     * @param number what is printed or typed first; for many cards it is the key itself
     * @param secret null when the number is all there is
     * @param stableId our own name of this card, the same in every repeat
     */
    public record Code(String number, @Nullable Secret secret, String stableId) {

        @Override
        public String toString() {
            return "Code[" + stableId + "]";
        }
    }
}
