package io.wanqu.shop;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

/**
 * A shop as its buyers and the trade see it.
 *
 * @param page the channel that stands for the shop's own page and API
 */
public record Shop(ShopId id, String slug, String name, State state, String currency, ChannelId page) {

    /** Refuses trade while the door is shut. */
    public Shop mustBeOpen() {
        if (state != State.OPEN) {
            throw new ShopProblem.NotOpen(slug, state);
        }
        return this;
    }

    /** Whether the shop sells; closed is the shop's own wish, suspended the operator's. */
    public enum State {
        OPEN, CLOSED, SUSPENDED
    }
}
