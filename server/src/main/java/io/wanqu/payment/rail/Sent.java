package io.wanqu.payment.rail;

import org.jspecify.annotations.Nullable;

/**
 * How far a refund has come at the provider.
 *
 * @param transaction the provider's number of the refund, once there is one
 * @param why         the provider's reason, for the operator; no secret and nobody's data
 */
public record Sent(State state, @Nullable String transaction, @Nullable String why) {

    public enum State {
        PROCESSING, SUCCEEDED,
        /** The provider gave up; a person must do something. */
        FAILED,
        /** The provider has never heard of it: it may be asked for again under the same number. */
        MISSING
    }

    public static Sent processing(@Nullable String transaction) {
        return new Sent(State.PROCESSING, transaction, null);
    }

    public static Sent succeeded(@Nullable String transaction) {
        return new Sent(State.SUCCEEDED, transaction, null);
    }

    public static Sent failed(@Nullable String transaction, String why) {
        return new Sent(State.FAILED, transaction, why);
    }
}
