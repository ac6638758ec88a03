package io.wanqu.payment;

/** What became of a notice. */
public enum Settlement {
    /** It changed something: the subject is paid. */
    SETTLED,
    /** Seen before, or about a payment that is already settled; nothing changed. */
    REPEATED,
    /** It says that the payment failed. */
    FAILED,
    /** Amount, currency or payee differ from what was asked, or the payment is unknown; nothing changed. */
    MISMATCH
}
