package io.wanqu.risk;

import io.wanqu.kernel.ShopId;

/** Whoever can reach a contact brings codes to it. */
public interface SendsChallengeCodes {

    /** False when this contact can't be reached this way, or not now. */
    boolean send(ShopId shop, String contact, String code);
}
