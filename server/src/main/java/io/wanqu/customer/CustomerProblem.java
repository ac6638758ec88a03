package io.wanqu.customer;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Why something can't be done with a customer. */
public abstract sealed class CustomerProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private CustomerProblem(String code, Kind kind, Map<String, Object> facts) {
        super("customer." + code, kind, facts);
    }

    public static final class Unknown extends CustomerProblem {

        private static final long serialVersionUID = 1L;

        public Unknown() {
            super("unknown", Kind.NOT_FOUND, Map.of("expected", "a customer of this shop"));
        }
    }

    public static final class SamePerson extends CustomerProblem {

        private static final long serialVersionUID = 1L;

        public SamePerson() {
            super("same-person", Kind.CONFLICT, Map.of("expected", "two customers who are not one person yet"));
        }
    }

    /** Else one account would see what another one bought. */
    public static final class TwoAccounts extends CustomerProblem {

        private static final long serialVersionUID = 1L;

        public TwoAccounts() {
            super("two-accounts", Kind.CONFLICT, Map.of("expected", "customers of at most one account"));
        }
    }

    public static final class UnknownMerge extends CustomerProblem {

        private static final long serialVersionUID = 1L;

        public UnknownMerge() {
            super("unknown-merge", Kind.NOT_FOUND, Map.of("expected", "a merge of this customer that was not undone"));
        }
    }

    public static final class UnknownSuggestion extends CustomerProblem {

        private static final long serialVersionUID = 1L;

        public UnknownSuggestion() {
            super("unknown-suggestion", Kind.NOT_FOUND, Map.of("expected", "a suggestion of this shop that is open"));
        }
    }

    /** It was destroyed, at the person's wish or because its time was over. */
    public static final class Erased extends CustomerProblem {

        private static final long serialVersionUID = 1L;

        public Erased() {
            super("erased", Kind.CONFLICT, Map.of("expected", "evidence that was not destroyed"));
        }
    }

    public static final class UnknownEvidence extends CustomerProblem {

        private static final long serialVersionUID = 1L;

        public UnknownEvidence() {
            super("unknown-evidence", Kind.NOT_FOUND, Map.of("expected", "a piece of evidence of this customer"));
        }
    }

    /** Whoever opens this many is copying a list. */
    public static final class TooManyReveals extends CustomerProblem {

        private static final long serialVersionUID = 1L;

        public TooManyReveals(long retryAfterSeconds) {
            super("too-many-reveals", Kind.LIMITED, Map.of("retryAfterSeconds", retryAfterSeconds));
        }
    }
}
