package io.wanqu.payment;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Every way in which a payment can be refused. */
public abstract sealed class PaymentProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private PaymentProblem(String code, Kind kind, Map<String, Object> facts) {
        super("payment." + code, kind, facts);
    }

    public static final class UnknownRail extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        public UnknownRail(String rail) {
            super("unknown-rail", Kind.INVALID, Map.of("field", "rail", "got", rail));
        }
    }

    public static final class ForgedCallback extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        public ForgedCallback(String expected) {
            super("forged-callback", Kind.UNAUTHENTICATED, Map.of("expected", expected));
        }
    }

    public static final class UnreadableCallback extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        public UnreadableCallback() {
            super("unreadable-callback", Kind.MALFORMED, Map.of());
        }
    }

    public static final class Mismatch extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        public Mismatch() {
            super("mismatch", Kind.CONFLICT, Map.of("expected", "the payment, amount, currency and payee that were asked for"));
        }
    }

    public static final class SandboxClosed extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        public SandboxClosed() {
            super("sandbox-closed", Kind.NOT_FOUND, Map.of());
        }
    }

    /** The rail exists, but takes no money here. */
    public static final class RailNotOffered extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        public RailNotOffered(String wanted) {
            super("rail-not-offered", Kind.CONFLICT, Map.of("field", "/rail", "got", wanted));
        }
    }

    /** The provider will not take this payment; another way of paying may do. */
    public static final class RailRefused extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        public RailRefused(String rail, String railCode) {
            super("rail-refused", Kind.CONFLICT, Map.of("rail", rail, "railCode", railCode));
        }
    }

    /** The provider does not answer, or its answer was lost; the same request again is the same payment. */
    public static final class RailUnavailable extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        public RailUnavailable(String rail) {
            super("rail-unavailable", Kind.UNAVAILABLE, Map.of("rail", rail));
        }
    }

    public static final class TooLate extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        public TooLate() {
            super("too-late", Kind.CONFLICT, Map.of());
        }
    }

    public static final class AccountExists extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        public AccountExists(String rail) {
            super("account-exists", Kind.CONFLICT, Map.of("rail", rail));
        }
    }

    public static final class UnknownAccount extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        public UnknownAccount(String account) {
            super("unknown-account", Kind.NOT_FOUND, Map.of("account", account));
        }
    }

    public static final class UnknownAlert extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        public UnknownAlert(String alert) {
            super("unknown-alert", Kind.NOT_FOUND, Map.of("alert", alert));
        }
    }

    /** It is not there, or it has not failed. */
    public static final class RefundNotFailed extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        public RefundNotFailed(String refund) {
            super("refund-not-failed", Kind.CONFLICT, Map.of("refund", refund));
        }
    }

    /** Too many pages wait on this node; asking for the state in intervals does as well. */
    public static final class TooManyWatchers extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        public TooManyWatchers() {
            super("too-many-watchers", Kind.UNAVAILABLE, Map.of());
        }
    }
}
