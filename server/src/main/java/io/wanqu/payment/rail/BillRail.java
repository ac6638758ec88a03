package io.wanqu.payment.rail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.wanqu.kernel.Money;

import org.jspecify.annotations.Nullable;

/** A rail that gives a day's bill, against which our own books are compared. */
public interface BillRail extends Rail {

    /** Every movement of that day, in the provider's own time zone; empty when there was none. */
    List<BillLine> bill(RailAccount account, LocalDate day);

    /**
     * @param payment our number of the payment
     * @param refund  our number of the refund, where it is one
     * @param amount what moved, positive
     * @param feeMinor what the provider keeps of it; negative where it gives a fee back
     */
    record BillLine(Kind kind, String payment, @Nullable String refund, String transaction, Money amount, long feeMinor, Instant at) {

        public enum Kind {
            PAYMENT, REFUND, CHARGE_BACK
        }
    }
}
