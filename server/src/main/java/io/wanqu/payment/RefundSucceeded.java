package io.wanqu.payment;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** A rail returned money to the buyer. */
@Named("payment.refund-succeeded")
public record RefundSucceeded(ShopId shop, long refund, long payment, long subject, Money amount, String reason) implements Event {
}
