package io.wanqu.settlement.check;

import java.time.LocalDate;
import java.util.Locale;

import io.wanqu.kernel.ShopId;
import io.wanqu.payment.ReadsBills;

import org.jspecify.annotations.Nullable;

/**
 * Where books, payments and a rail's bill don't say the same.
 *
 * @param books what the books moved, null when nothing
 * @param own   what the payment or refund says of itself, null when it did not succeed
 * @param bill  what the rail says, null when nothing
 * @param fee   what the rail kept
 */
record Difference(ReadsBills.Kind movement, String number, Kind kind, String currency, @Nullable Long books, @Nullable Long own,
        @Nullable Long bill, @Nullable Long fee) {

    /** What is to be done, in words for the one who does it. */
    String proposal() {
        return switch (kind) {
            case MISSING_HERE -> own == null
                    ? "the rail moved money that we do not know of: ask the rail for " + number + "; correct when it is not ours"
                    : "paid, but not in the books: settle it again; correct when that is not possible";
            case MISSING_THERE -> "the books moved money that the rail does not know of: look at the bills of the days beside; else ask the rail, then correct";
            case AMOUNT_DIFFERS -> "ask the rail which amount is right; correct when the rail's is";
            case FEE_DIFFERS -> "compare with the contract; explain when the rail is right and the terms on record are old";
            case BOOKS_DIFFER -> "books and bill agree, the payment's own record does not: mend the record, then explain";
        };
    }

    /** What the correcting posting adds to what the rail holds. */
    long correctionMinor() {
        var there = bill == null ? 0 : bill;
        var here = books == null ? 0 : books;
        return movement == ReadsBills.Kind.PAYMENT ? Math.subtractExact(there, here) : Math.subtractExact(here, there);
    }

    enum Kind {
        MISSING_HERE, MISSING_THERE, AMOUNT_DIFFERS, FEE_DIFFERS, BOOKS_DIFFER;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A difference as it is kept. */
    record Kept(ShopId shop, long id, String rail, LocalDate day, Difference what, String proposal, String state, @Nullable String note) {
    }
}
