package io.wanqu.settlement;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Every way in which settling can be refused. */
public abstract sealed class SettlementProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private SettlementProblem(String code, Kind kind, Map<String, Object> facts) {
        super("settlement." + code, kind, facts);
    }

    /** Pooling money of others and sharing it out is for licensed parties alone. */
    public static final class UnlicensedRail extends SettlementProblem {

        private static final long serialVersionUID = 1L;

        public UnlicensedRail(String rail) {
            super("unlicensed-rail", Kind.FORBIDDEN, Map.of("rail", rail, "expected", "a rail whose licence to pay out is on record and in force"));
        }
    }

    public static final class OutsideRailLimits extends SettlementProblem {

        private static final long serialVersionUID = 1L;

        public OutsideRailLimits(String rail, String limit, long got, long allowed) {
            super("outside-rail-limits", Kind.CONFLICT, Map.of("rail", rail, "limit", limit, "got", got, "allowed", allowed));
        }
    }

    public static final class NotEnough extends SettlementProblem {

        private static final long serialVersionUID = 1L;

        public NotEnough(String account, long wanted, long there) {
            super("not-enough", Kind.CONFLICT, Map.of("account", account, "wantedMinor", wanted, "thereMinor", there));
        }
    }

    public static final class UnknownReceiver extends SettlementProblem {

        private static final long serialVersionUID = 1L;

        public UnknownReceiver(String receiver) {
            super("unknown-receiver", Kind.NOT_FOUND, Map.of("field", "/receiver", "receiver", receiver));
        }
    }

    public static final class UnknownPayout extends SettlementProblem {

        private static final long serialVersionUID = 1L;

        public UnknownPayout(String payout) {
            super("unknown-payout", Kind.NOT_FOUND, Map.of("payout", payout));
        }
    }

    public static final class PayoutDecided extends SettlementProblem {

        private static final long serialVersionUID = 1L;

        public PayoutDecided(String state) {
            super("payout-decided", Kind.CONFLICT, Map.of("state", state, "expected", "requested, and by somebody else"));
        }
    }

    public static final class DayNotClosed extends SettlementProblem {

        private static final long serialVersionUID = 1L;

        public DayNotClosed(String day) {
            super("day-not-closed", Kind.NOT_FOUND, Map.of("day", day, "expected", "a day that is over and had postings"));
        }
    }

    public static final class NothingToInvoice extends SettlementProblem {

        private static final long serialVersionUID = 1L;

        public NothingToInvoice(String month) {
            super("nothing-to-invoice", Kind.CONFLICT, Map.of("month", month, "expected", "a month that is over, with commission, not invoiced yet"));
        }
    }

    public static final class UnknownInvoice extends SettlementProblem {

        private static final long serialVersionUID = 1L;

        public UnknownInvoice(int year, int number) {
            super("unknown-invoice", Kind.NOT_FOUND, Map.of("year", year, "number", number));
        }
    }

    public static final class NoBills extends SettlementProblem {

        private static final long serialVersionUID = 1L;

        public NoBills(String rail) {
            super("no-bills", Kind.NOT_FOUND, Map.of("rail", rail, "expected", "a rail whose bills can be read"));
        }
    }

    public static final class UnknownDifference extends SettlementProblem {

        private static final long serialVersionUID = 1L;

        public UnknownDifference(String difference) {
            super("unknown-difference", Kind.NOT_FOUND, Map.of("difference", difference, "expected", "an open difference of this shop"));
        }
    }
}
