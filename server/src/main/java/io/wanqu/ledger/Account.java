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

    /** What the platform has set aside to compensate buyers in advance. */
    public static final Account FUND = Chart.FUND.account();

    /** What a shop owes the fund. */
    public static final Account RECOURSE = Chart.RECOURSE.account();

    /** What suppliers owe the shop for bad goods, while they have neither paid nor refused. */
    public static final Account SUPPLIER_RECOVERY = Chart.SUPPLIER_RECOVERY.account();

    public static final Account PAYOUT_TRANSIT = Chart.PAYOUT_TRANSIT.account();

    public static final Account RAIL_FEES = Chart.RAIL_FEES.account();

    /** Differences that nobody has explained yet. */
    public static final Account SUSPENSE = Chart.SUSPENSE.account();

    /** What a payment rail, or a channel that collects the money itself, took in less what it returned to buyers. */
    public static Account receivable(String rail) {
        return Chart.RECEIVABLE.account(rail);
    }

    /** What the shop claims from one supplier for bad goods. */
    public static Account supplierClaim(String supplier) {
        return Chart.SUPPLIER_CLAIM.account(supplier);
    }

    /** What one supplier has to receive. */
    public static Account supplier(String supplier) {
        return Chart.SUPPLIER.account(supplier);
    }

    /** What a rail paid out to the shop or kept as its fee; with {@link #receivable} it is what the rail still holds. */
    public static Account settled(String rail) {
        return Chart.SETTLED.account(rail);
    }
}
