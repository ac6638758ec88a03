package io.wanqu.ledger;

/** The accounts of a shop's books. */
public record Account(String code) {

    /** Paid by buyers and not yet earned: the frozen side of a guaranteed trade. */
    public static final Account FROZEN = new Account("frozen");

    /** Earned by the shop. */
    public static final Account MERCHANT = new Account("merchant");

    /** What a payment rail, or a channel that collects the money itself, owes the shop. */
    public static Account receivable(String rail) {
        return new Account("receivable:" + rail);
    }
}
