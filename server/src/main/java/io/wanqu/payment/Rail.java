package io.wanqu.payment;

import java.util.Map;

import io.wanqu.kernel.ShopId;

/** A way to be paid. */
interface Rail {

    /** The name in orders, callbacks and books: {@code sandbox}. */
    String name();

    /** The merchant account that must receive the money. */
    String payee(ShopId shop);

    /** What the buyer needs in order to pay. */
    Map<String, String> instruction(Payment payment);

    /**
     * Verifies a callback on the raw bytes.
     *
     * @throws PaymentProblem.ForgedCallback when the signature or its time is wrong
     */
    Notice read(Map<String, String> headers, byte[] body);

    /** What the rail wants to read as an answer when the notice was taken in. */
    String acknowledgement();

    /** Asks the rail to return money; safe to repeat with the same refund. Called outside of any transaction. */
    boolean refund(Refund refund);
}
