package io.wanqu.payment;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** A person gave up a refund that the rail would not make; the money is where it was. */
@Named("payment.refund-given-up")
public record RefundGivenUp(ShopId shop, long refund, long payment, long subject, Money amount, String reason)
        implements Event {
}
