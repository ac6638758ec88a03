package io.wanqu.payment;

/** Whoever knows what payments are for. */
public interface SettlesPayments {

    /** Brings the paid thing forward, once, together with many others; waits until that is durable. */
    Settlement settle(Notice notice);
}
