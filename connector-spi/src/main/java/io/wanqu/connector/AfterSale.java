package io.wanqu.connector;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One refund case of a channel as it stands now. */
public record AfterSale(String externalId, String externalOrderId, String externalLineId,
                        ChannelOrder.Refund refund, long amountMinor, Instant updatedAt) {

    /** Some cases and where to go on. */
    public record Page(List<AfterSale> changes, @Nullable String next) {
        public Page {
            changes = List.copyOf(changes);
        }
    }
}
