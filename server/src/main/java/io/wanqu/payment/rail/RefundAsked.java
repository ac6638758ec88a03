package io.wanqu.payment.rail;

import java.net.URI;
import java.util.List;

import io.wanqu.kernel.Money;

/**
 * Money to be returned.
 *
 * @param payment what it was paid with
 * @param number  our number of the refund, digits only
 * @param shares  what receivers give back for it, where the rail takes that with the refund
 */
public record RefundAsked(Reference payment, String number, Money amount, String reason, URI notifyUrl, List<Share> shares) {

    /** What a receiver of a split gives back. */
    public record Share(String receiver, Money amount) {
    }
}
