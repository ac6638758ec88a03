package io.wanqu.payment;

import java.time.LocalDate;
import java.util.List;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

/** A rail whose daily bill can be read, against which our books are compared. */
public interface ReadsBills {

    /** The name in orders, callbacks and books: {@code sandbox}. */
    String rail();

    /** Every movement of a day; empty when there was none. Called outside of any transaction. */
    List<Line> lines(ShopId shop, LocalDate day);

    /**
     * A movement as the rail tells it.
     *
     * @param transaction the rail's number
     * @param number      ours, of the payment, the refund or the payout
     * @param amount      positive
     * @param feeMinor    what the rail keeps of it; negative where it gives a fee back
     */
    record Line(Kind kind, String transaction, String number, Money amount, long feeMinor) {
    }

    /** What moved. */
    enum Kind {
        PAYMENT, REFUND, PAYOUT
    }
}
