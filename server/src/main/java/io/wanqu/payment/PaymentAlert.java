package io.wanqu.payment;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/**
 * A person should look at something about money.
 *
 * @param subject the alert
 * @param code    what it is: {@code forged}, {@code amount}, {@code refund-failed}
 */
@Named("payment.alert")
public record PaymentAlert(ShopId shop, long subject, String code, String rail) implements Event {
}
