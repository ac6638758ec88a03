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

        UnknownRail(String rail) {
            super("unknown-rail", Kind.INVALID, Map.of("field", "rail", "got", rail));
        }
    }

    public static final class ForgedCallback extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        ForgedCallback(String expected) {
            super("forged-callback", Kind.UNAUTHENTICATED, Map.of("expected", expected));
        }
    }

    public static final class UnreadableCallback extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        UnreadableCallback() {
            super("unreadable-callback", Kind.MALFORMED, Map.of());
        }
    }

    public static final class Mismatch extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        Mismatch() {
            super("mismatch", Kind.CONFLICT, Map.of("expected", "the payment, amount, currency and payee that were asked for"));
        }
    }

    public static final class SandboxClosed extends PaymentProblem {

        private static final long serialVersionUID = 1L;

        SandboxClosed() {
            super("sandbox-closed", Kind.NOT_FOUND, Map.of());
        }
    }
}
