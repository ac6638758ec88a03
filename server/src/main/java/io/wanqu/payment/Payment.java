package io.wanqu.payment;

import java.util.Arrays;
import java.util.Locale;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

/**
 * Money asked for through a rail.
 *
 * @param subject what it pays for; this module does not know what that is
 * @param payee   the merchant account at the rail that must receive it
 * @param account the shop's account at the rail; 0 where the rail needs none
 */
public record Payment(ShopId shop, long id, long subject, String rail, String payee, long account, Money amount, State state) {

    /** How far a payment has come; the one place that knows what may follow what. */
    public enum State {
        /** Written down; the provider has not answered yet, or was never asked. */
        INIT,
        /** The provider knows it; the buyer may pay. */
        PENDING,
        SUCCEEDED, FAILED,
        /** Nobody knows whether it was paid; the provider is asked until it says. */
        UNKNOWN,
        CLOSED,
        /** Money is on its way back. */
        REFUNDING,
        PARTLY_REFUNDED, REFUNDED,
        /** The buyer's bank took the money back. */
        CHARGED_BACK;

        /** Still to be paid. */
        public boolean open() {
            return this == INIT || this == PENDING || this == UNKNOWN;
        }

        /** The money came, whatever became of it later. */
        public boolean paid() {
            return !open() && this != FAILED && this != CLOSED;
        }

        /** Money that comes after the end is still money: it wins over failed and closed. */
        public boolean mayFollow(State before) {
            return switch (this) {
                case INIT -> false;
                case PENDING -> before == INIT || before == UNKNOWN;
                case UNKNOWN -> before == INIT || before == PENDING;
                case FAILED, CLOSED -> before.open();
                case SUCCEEDED -> !before.paid() || before == REFUNDING || before == CHARGED_BACK;
                case REFUNDING -> before == SUCCEEDED || before == PARTLY_REFUNDED || before == CHARGED_BACK;
                case PARTLY_REFUNDED, REFUNDED -> before == REFUNDING || before == CHARGED_BACK;
                case CHARGED_BACK -> before.paid() && before != CHARGED_BACK;
            };
        }

        /** Those unpaid states, as they stand in the database, which this one may follow. */
        public String[] unpaidBefore() {
            return Arrays.stream(values()).filter(before -> !before.paid() && mayFollow(before)).map(State::text).toArray(String[]::new);
        }

        /** As it stands in the database and in answers. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
