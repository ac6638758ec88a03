package io.wanqu.inventory;

import java.time.Instant;

/** What became of a {@link HoldAsk}; a refusal is a value, so that it spoils nobody else's batch. */
public sealed interface HoldOutcome {

    record Held(Instant until) implements HoldOutcome {
    }

    record Refused(InventoryProblem why) implements HoldOutcome {
    }
}
