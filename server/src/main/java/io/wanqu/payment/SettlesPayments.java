package io.wanqu.payment;

/** Whoever knows what payments are for. */
public interface SettlesPayments {

    /** Brings the paid thing forward, once, together with many others; waits until that is durable. */
    Settlement settle(Notice notice);

    /** What became of a notice. */
    enum Settlement {
        /** It changed something: the subject is paid. */
        SETTLED,
        /** Seen before, or about a payment that is already settled; nothing changed. */
        REPEATED,
        /** It says that the payment failed. */
        FAILED,
        /** Amount, currency or payee differ from what was asked, or the payment is unknown; nothing changed. */
        MISMATCH
    }
}
