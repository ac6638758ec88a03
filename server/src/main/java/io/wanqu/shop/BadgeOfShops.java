package io.wanqu.shop;

import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;

/** Whoever judges shops tells buyers with it how far a shop can be trusted; answers from memory. */
public interface BadgeOfShops {

    /** Null while nothing is known of the shop. */
    @Nullable Badge of(ShopId shop);

    /**
     * What buyers see.
     *
     * @param level  new, gold, good, fair or watch
     * @param score  from 0 to 100
     * @param orders how many orders it was counted from
     */
    record Badge(String level, int score, long orders) {
    }
}
