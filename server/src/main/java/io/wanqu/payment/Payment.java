package io.wanqu.payment;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

/**
 * Money asked for through a rail.
 *
 * @param subject what it pays for; this module does not know what that is
 * @param payee   the merchant account at the rail that must receive it
 */
public record Payment(ShopId shop, long id, long subject, String rail, String payee, Money amount, State state) {

    /** A payment ends in every state but the first. */
    public enum State {
        PENDING, SUCCEEDED, FAILED, CLOSED
    }
}
