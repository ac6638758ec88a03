package io.wanqu.payment.splitting;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.payment.rail.Reference;

/**
 * A part of one payment that goes to a receiver.
 *
 * @param payout  what it is a part of
 * @param account the shop's account at the rail
 * @param back    how much of it was taken back
 * @param last    whether the rest of the payment is released with it
 */
record Split(ShopId shop, long id, long payout, Reference payment, long account, String receiver, Money amount, long back, boolean last,
        State state) {

    long kept() {
        return state == State.FAILED ? 0 : amount.minor() - back;
    }

    enum State {
        DUE, DONE, FAILED
    }
}
