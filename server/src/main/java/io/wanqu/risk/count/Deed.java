package io.wanqu.risk.count;

import java.util.Locale;

/** What is counted. */
public enum Deed {
    ORDERS, PAYMENTS,
    /** How many different people; estimated within some per cent. */
    PERSONS,
    /** Orders that were never paid. */
    UNPAID,
    /** Payments that the provider refused. */
    FAILED,
    CHALLENGED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
