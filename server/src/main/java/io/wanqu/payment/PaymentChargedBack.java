package io.wanqu.payment;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;
import io.wanqu.ledger.Account;

/**
 * The buyer's bank took money back, or gave it to the shop again.
 *
 * @param won whether it came back to the shop
 */
@Named("payment.charged-back")
public record PaymentChargedBack(ShopId shop, long payment, long subject, Money amount, boolean won) implements Event {

    /** Where the loss stands in the books until whoever knows the subject says who bears it. */
    public static final Account LOSS = new Account("charged_back");
}
