package io.wanqu.payment.rail;

import io.wanqu.kernel.Money;

import org.jspecify.annotations.Nullable;

/**
 * What a provider tells, after its signature was verified; nothing else in it is believed yet.
 *
 * @param event       the provider's number of this telling: the same number is the same event
 * @param payment     our number of the payment; empty when only the provider's number is told
 * @param refund      our number of the refund, where it is about one
 * @param amount      of the payment, the refund, or the part that was charged back
 * @param payee       the merchant account it speaks of
 * @param app         the application it speaks of, where the provider tells
 * @param transaction the provider's number of the payment, where it tells
 */
public record RailNotice(String event, What what, String payment, @Nullable String refund, Money amount, String payee,
        @Nullable String app, @Nullable String transaction) {

    public enum What {
        PAID, FAILED, CLOSED, REFUND_SUCCEEDED, REFUND_FAILED,
        /** The buyer's bank took the money back. */
        CHARGED_BACK,
        /** The bank gave it to us again. */
        CHARGE_BACK_WON
    }

    public static RailNotice ofPayment(String event, What what, Reference payment, String payee, @Nullable String app) {
        return new RailNotice(event, what, payment.payment(), null, payment.amount(), payee, app, payment.transaction());
    }
}
