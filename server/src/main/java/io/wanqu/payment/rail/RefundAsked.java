package io.wanqu.payment.rail;

import java.net.URI;

import io.wanqu.kernel.Money;

/**
 * Money to be returned.
 *
 * @param payment what it was paid with
 * @param number  our number of the refund, digits only
 */
public record RefundAsked(Reference payment, String number, Money amount, String reason, URI notifyUrl) {
}
