package io.wanqu.settlement;

import io.wanqu.kernel.ShopId;

/** Whoever judges shops moves with it what they wait for and what they leave as security; answers from memory. */
public interface StandingOfShops {

    /** How much of the agreed time the shop waits for its money, in per cent. */
    int waitPercent(ShopId shop);

    /** How much of the required deposit the shop has to keep, in per cent. */
    int depositPercent(ShopId shop);
}
