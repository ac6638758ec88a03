package io.wanqu.ledger;

/** An account of a shop's books; one of a kind in {@link Chart}, or one of several behind a colon: {@code receivable:sandbox}. */
public record Account(String code) {

    /** Paid by buyers and not yet earned: the frozen side of a guaranteed trade. */
    public static final Account FROZEN = Chart.FROZEN.account();

    /** Earned by the shop, and waiting until it may be drawn. */
    public static final Account MERCHANT = Chart.MERCHANT.account();

    /** The shop's to draw. */
    public static final Account AVAILABLE = Chart.AVAILABLE.account();

    public static final Account DEPOSIT = Chart.DEPOSIT.account();

    /** What the platform earns. */
    public static final Account COMMISSION = Chart.COMMISSION.account();

    public static final Account PAYOUT_TRANSIT = Chart.PAYOUT_TRANSIT.account();

    public static final Account RAIL_FEES = Chart.RAIL_FEES.account();

    /** Differences that nobody has explained yet. */
    public static final Account SUSPENSE = Chart.SUSPENSE.account();

    /** What a payment rail, or a channel that collects the money itself, took in less what it returned to buyers. */
    public static Account receivable(String rail) {
        return Chart.RECEIVABLE.account(rail);
    }

    /** What a rail paid out to the shop or kept as its fee; with {@link #receivable} it is what the rail still holds. */
    public static Account settled(String rail) {
        return Chart.SETTLED.account(rail);
    }
}
