package io.wanqu.payment;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

/** A rail that can bring money which it holds to a shop's own account. */
public interface PaysOut {

    /** The name in orders, callbacks and books: {@code sandbox}. */
    String rail();

    Way way();

    /** Asks the rail to pay, or how far it has come: the same number is the same payout. Called outside of any transaction. */
    Outcome pay(Payout payout);

    /** How the money gets there. */
    enum Way {
        /** The rail shares out what it froze for a sub-merchant. */
        SPLIT,
        /** The rail moves money from the merchant's balance. */
        TRANSFER
    }

    /**
     * A payout as the rail is told it.
     *
     * @param number   ours, digits only
     * @param receiver the shop's account at the rail
     */
    record Payout(ShopId shop, String number, String receiver, Money amount, Bounds bounds) {
    }

    /**
     * What the contract with the rail allows.
     *
     * @param shareMaxBasisPoints the largest share of a payment that may be split off
     * @param freezeDaysMax       after so many days the rail lets go of a frozen payment by itself
     */
    record Bounds(int shareMaxBasisPoints, int freezeDaysMax) {
    }

    /** How far a payout has come. */
    record Outcome(State state, String reason) {

        /** Pending is asked for again; the other two are ends. */
        public enum State {
            PENDING, SUCCEEDED, FAILED
        }
    }
}
