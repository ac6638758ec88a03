package io.wanqu.payment;

import io.wanqu.kernel.ShopId;

/** Whoever is paid for something that is no order. */
public interface SettlesElse {

    boolean owns(ShopId shop, long subject);

    /** The same as {@link SettlesPayments#settle}, for what it owns. */
    SettlesPayments.Settlement settle(Notice notice);
}
