package io.wanqu.settlement.bill;

import java.time.LocalDate;
import java.util.List;

/**
 * What a closed day came to in one currency. The accounts are those of the ledger, so opening and closing are its balances.
 *
 * @param root the day's root in the chain of the books: who holds it can prove later that the bill is the same
 */
record Bill(LocalDate day, String currency, String root, List<AccountLine> accounts, List<Movement> movements) {

    /** Credits less debits, so that what the shop is owed is positive. */
    record AccountLine(String account, long openingMinor, long changeMinor, long closingMinor) {
    }

    record Movement(What what, long count, long minor) {
    }

    /** What kinds of movement a bill tells apart. */
    enum What {
        PAID, CONFIRMED, COMMISSION, REFUNDED, COMMISSION_GIVEN_BACK, MATURED, PAYOUT_REQUESTED, PAYOUT_RETURNED, PAID_OUT, DEPOSIT, FEE,
        FEE_CHARGED, CORRECTION, OTHER;

        static What of(String cause, String debit, String credit) {
            if (cause.equals("rail.fee-charged")) {
                return FEE_CHARGED;
            }
            return switch (cause.split("\\.")[0]) {
                case "deposit" -> DEPOSIT;
                case "check" -> CORRECTION;
                case "rail" -> FEE;
                case "payout" -> payout(cause);
                default -> trade(cause, debit, credit);
            };
        }

        private static What payout(String cause) {
            return switch (cause) {
                case "payout.requested" -> PAYOUT_REQUESTED;
                case "payout.returned" -> PAYOUT_RETURNED;
                default -> PAID_OUT;
            };
        }

        private static What trade(String cause, String debit, String credit) {
            if (debit.startsWith("receivable:")) {
                return PAID;
            }
            if (credit.startsWith("receivable:")) {
                return debit.equals("commission") ? COMMISSION_GIVEN_BACK : REFUNDED;
            }
            if (credit.equals("commission")) {
                return COMMISSION;
            }
            return cause.equals("order.matured") ? MATURED : cause.equals("order.confirmed") ? CONFIRMED : OTHER;
        }
    }
}
