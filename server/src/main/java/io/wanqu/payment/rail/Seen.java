package io.wanqu.payment.rail;

import io.wanqu.kernel.Money;

import org.jspecify.annotations.Nullable;

/**
 * What an authenticated question to the provider showed. A payment that is paid says to whom and how much, and is compared
 * with what was asked for.
 *
 * @param transaction the provider's number of the payment
 * @param payee       the merchant account that received it
 * @param app         the application it was paid in, where the provider tells
 */
public record Seen(State state, @Nullable String transaction, @Nullable Money amount, @Nullable String payee, @Nullable String app) {

    public enum State {
        /** The provider knows it and nobody has paid yet. */
        PENDING,
        PAID,
        /** It ended without money and can not be paid any more. */
        FAILED, CLOSED,
        /** The provider has never heard of it. */
        MISSING
    }

    public static Seen unpaid(State state) {
        if (state == State.PAID) {
            throw new IllegalArgumentException("who was paid must be told");
        }
        return new Seen(state, null, null, null, null);
    }

    public static Seen paid(@Nullable String transaction, Money amount, String payee, @Nullable String app) {
        return new Seen(State.PAID, transaction, amount, payee, app);
    }
}
