package io.wanqu.aftersale;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Every way in which a complaint, or an answer to it, can be refused. */
public abstract sealed class AftersaleProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private AftersaleProblem(String code, Kind kind, Map<String, Object> facts) {
        super("aftersale." + code, kind, facts);
    }

    public static final class UnknownCase extends AftersaleProblem {

        private static final long serialVersionUID = 1L;

        public UnknownCase(long number) {
            super("unknown-case", Kind.NOT_FOUND, Map.of("case", Long.toString(number)));
        }
    }

    public static final class CaseOpen extends AftersaleProblem {

        private static final long serialVersionUID = 1L;

        public CaseOpen(long number) {
            super("case-open", Kind.CONFLICT, Map.of("case", Long.toString(number)));
        }
    }

    /** Somebody else was first, or it is not this one's turn. */
    public static final class NotNow extends AftersaleProblem {

        private static final long serialVersionUID = 1L;

        public NotNow(String state, String expected) {
            super("not-now", Kind.CONFLICT, Map.of("state", state, "expected", expected));
        }
    }

    public static final class WarrantyOver extends AftersaleProblem {

        private static final long serialVersionUID = 1L;

        public WarrantyOver(String endedAt) {
            super("warranty-over", Kind.CONFLICT, Map.of("endedAt", endedAt));
        }
    }

    public static final class NothingToClaim extends AftersaleProblem {

        private static final long serialVersionUID = 1L;

        public NothingToClaim(String why) {
            super("nothing-to-claim", Kind.CONFLICT, Map.of("why", why));
        }
    }

    public static final class NotExchangeable extends AftersaleProblem {

        private static final long serialVersionUID = 1L;

        public NotExchangeable() {
            super("not-exchangeable", Kind.CONFLICT, Map.of("expected", "cards that belong to one buyer alone"));
        }
    }

    public static final class AmountTooLarge extends AftersaleProblem {

        private static final long serialVersionUID = 1L;

        public AmountTooLarge(long mostMinor) {
            super("amount-too-large", Kind.CONFLICT, Map.of("field", "/amountMinor", "mostMinor", mostMinor));
        }
    }

    public static final class FundRefuses extends AftersaleProblem {

        private static final long serialVersionUID = 1L;

        public FundRefuses(String limit, long wantedMinor, long leftMinor) {
            super("fund-refuses", Kind.CONFLICT, Map.of("limit", limit, "wantedMinor", wantedMinor, "leftMinor", leftMinor));
        }
    }

    public static final class UnknownClaim extends AftersaleProblem {

        private static final long serialVersionUID = 1L;

        public UnknownClaim(String claim) {
            super("unknown-claim", Kind.NOT_FOUND, Map.of("claim", claim));
        }
    }
}
