package io.wanqu.wallet;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Every way in which stored value can be refused. */
public abstract sealed class WalletProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private WalletProblem(String code, Kind kind, Map<String, Object> facts) {
        super("wallet." + code, kind, facts);
    }

    public static final class UnknownWallet extends WalletProblem {

        private static final long serialVersionUID = 1L;

        UnknownWallet() {
            super("unknown-wallet", Kind.NOT_FOUND, Map.of());
        }
    }

    public static final class NotEnough extends WalletProblem {

        private static final long serialVersionUID = 1L;

        NotEnough(long wanted, long there) {
            super("not-enough", Kind.CONFLICT, Map.of("wantedMinor", wanted, "thereMinor", there));
        }
    }

    /** The same answer for a top-up that is not there and for another wallet's. */
    public static final class NoSuchTopUp extends WalletProblem {

        private static final long serialVersionUID = 1L;

        NoSuchTopUp() {
            super("no-such-top-up", Kind.NOT_FOUND, Map.of());
        }
    }

    /** The payment is not there, is not a wallet's, or is over. */
    public static final class NotPayable extends WalletProblem {

        private static final long serialVersionUID = 1L;

        NotPayable(String payment) {
            super("not-payable", Kind.CONFLICT, Map.of("payment", payment));
        }
    }

    /** One answer for every code that gives nothing, so that trying codes teaches nothing. */
    public static final class NoValue extends WalletProblem {

        private static final long serialVersionUID = 1L;

        NoValue() {
            super("no-value", Kind.CONFLICT, Map.of());
        }
    }

    public static final class LimitReached extends WalletProblem {

        private static final long serialVersionUID = 1L;

        LimitReached(String limit, long value, String since, long would) {
            super("limit-reached", Kind.CONFLICT, Map.of("limit", limit, "value", value, "since", since, "would", would));
        }
    }
}
