package io.wanqu.shop;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;

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

    /** Whoever judges shops tells buyers with it how far a shop can be trusted; answers from memory. */
    public interface Badges {

        /** Null while nothing is known of the shop. */
        @Nullable Badge of(ShopId shop);
    }

    /** Whoever counts stock tells which pools a shop keeps. */
    public interface Stock {

        boolean keeps(ShopId shop, PoolId pool);
    }

    /** Whoever knows the trade tells which shops still sell. */
    public interface Activity {

        /** Those of the shops that sold something since then. */
        Set<ShopId> soldSince(Collection<ShopId> shops, Instant since);
    }

    /**
     * What buyers see.
     *
     * @param level  new, gold, good, fair or watch
     * @param score  from 0 to 100
     * @param orders how many orders it was counted from
     */
    public record Badge(String level, int score, long orders) {
    }

    /** Whether the shop sells; closed is the shop's own wish, suspended the operator's. */
    public enum State {
        OPEN, CLOSED, SUSPENDED
    }
}
