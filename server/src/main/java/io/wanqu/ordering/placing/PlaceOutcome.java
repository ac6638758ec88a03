package io.wanqu.ordering.placing;

import java.time.Instant;
import java.util.Map;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.Problem;

/** What became of a {@link PlaceAsk}; a refusal is a value, so that it spoils nobody else's batch. */
public sealed interface PlaceOutcome {

    /**
     * @param repeated whether this order had been placed before with the same key
     */
    record Placed(OrderId order, Money total, Instant payUntil, long payment, Map<String, String> instruction, boolean repeated)
            implements PlaceOutcome {

        Placed again() {
            return new Placed(order, total, payUntil, payment, instruction, true);
        }
    }

    record Refused(Problem why) implements PlaceOutcome {
    }
}
