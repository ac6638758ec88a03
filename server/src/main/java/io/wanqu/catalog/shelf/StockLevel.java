package io.wanqu.catalog.shelf;

import org.jspecify.annotations.Nullable;

/** How much is left, as buyers feel it: an exact number only where few are, so that nobody reads the stock off the page. */
public enum StockLevel {

    SOLD_OUT, LAST, FEW, PLENTY;

    static final long LAST_MAX = 10;
    private static final long FEW_MAX = 50;

    static StockLevel of(@Nullable Long left) {
        if (left == null || left <= 0) {
            return SOLD_OUT;
        }
        if (left <= LAST_MAX) {
            return LAST;
        }
        return left <= FEW_MAX ? FEW : PLENTY;
    }

    /** What may be told: the number while it is small. */
    static @Nullable Long told(@Nullable Long left) {
        return left == null ? Long.valueOf(0) : left <= LAST_MAX ? left : null;
    }
}
