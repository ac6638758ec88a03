package io.wanqu.identity.passkey;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Why a passkey is not taken; what exactly was wrong is told to nobody. */
public abstract sealed class PasskeyProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private PasskeyProblem(String code, Kind kind, Map<String, Object> facts) {
        super("identity." + code, kind, facts);
    }

    public static final class WrongPasskey extends PasskeyProblem {

        private static final long serialVersionUID = 1L;

        WrongPasskey() {
            super("wrong-passkey", Kind.UNAUTHENTICATED, Map.of());
        }
    }

    public static final class UnknownPasskey extends PasskeyProblem {

        private static final long serialVersionUID = 1L;

        UnknownPasskey() {
            super("unknown-passkey", Kind.NOT_FOUND, Map.of());
        }
    }
}
