package io.wanqu.ledger;

import java.util.Locale;

/**
 * The chart of accounts: what kinds there are, on which side they grow, and whose they are. Every shop has books of its own
 * with all of these; what belongs to no shop stands in the books of shop 0, the platform. The database knows the same list.
 */
public enum Chart {
    /** To be given back to a buyer. */
    BUYER(Kind.LIABILITY, Owner.BUYER),
    /** One pot an order: the source's number is the order. */
    FROZEN(Kind.LIABILITY, Owner.BUYER),
    MERCHANT(Kind.LIABILITY, Owner.SHOP),
    AVAILABLE(Kind.LIABILITY, Owner.SHOP),
    /** Kept as security for buyers. */
    DEPOSIT(Kind.LIABILITY, Owner.SHOP),
    /** Stored value; the part behind the colon is the customer. */
    WALLET(Kind.LIABILITY, Owner.BUYER),
    POINTS(Kind.LIABILITY, Owner.BUYER),
    /** What a supplier of goods has to receive. */
    SUPPLIER(Kind.LIABILITY, Owner.SUPPLIER),
    /** Claimed from a supplier for bad goods; the part behind the colon is the supplier. */
    SUPPLIER_CLAIM(Kind.ASSET, Owner.SUPPLIER),
    /** The other side of such claims: nothing to draw while it is not paid. */
    SUPPLIER_RECOVERY(Kind.LIABILITY, Owner.SUPPLIER),
    /** Drawn by the shop, not yet confirmed by the rail. */
    PAYOUT_TRANSIT(Kind.LIABILITY, Owner.SHOP),
    /** Set aside to compensate buyers in advance. */
    FUND(Kind.LIABILITY, Owner.PLATFORM),
    COMMISSION(Kind.INCOME, Owner.PLATFORM),
    RECEIVABLE(Kind.ASSET, Owner.RAIL),
    SETTLED(Kind.ASSET, Owner.RAIL),
    /** What a shop owes to the fund after a compensation. */
    RECOURSE(Kind.ASSET, Owner.PLATFORM),
    SUSPENSE(Kind.ASSET, Owner.PLATFORM),
    /** What a buyer's bank took back, until somebody bears it. */
    CHARGED_BACK(Kind.ASSET, Owner.PLATFORM),
    RAIL_FEES(Kind.EXPENSE, Owner.SHOP),
    PROMOTION(Kind.EXPENSE, Owner.PLATFORM);

    private final Kind kind;
    private final Owner owner;

    Chart(Kind kind, Owner owner) {
        this.kind = kind;
        this.owner = owner;
    }

    /** As it stands in the database and in answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Kind kind() {
        return kind;
    }

    public Owner owner() {
        return owner;
    }

    public Account account() {
        return new Account(code());
    }

    public Account account(String of) {
        return new Account(code() + ":" + of);
    }

    public static Chart of(String account) {
        return valueOf(account.split(":", 2)[0].toUpperCase(Locale.ROOT));
    }

    /** Assets and expenses grow by debits, liabilities and income by credits. */
    public enum Kind {
        ASSET, LIABILITY, INCOME, EXPENSE
    }

    /** Whose claim, or whose debt, an account is. */
    public enum Owner {
        BUYER, SHOP, SUPPLIER, RAIL, PLATFORM
    }
}
