package io.wanqu.identity.self;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Why a person's account is not changed. */
public abstract sealed class SelfProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private SelfProblem(String code, Kind kind, Map<String, Object> facts) {
        super("identity." + code, kind, facts);
    }

    public static final class WrongTotp extends SelfProblem {

        private static final long serialVersionUID = 1L;

        WrongTotp() {
            super("wrong-totp", Kind.INVALID, Map.of("field", "/code", "expected", "the code that the new authenticator shows now"));
        }
    }

    public static final class NoSecondFactor extends SelfProblem {

        private static final long serialVersionUID = 1L;

        NoSecondFactor() {
            super("no-second-factor", Kind.CONFLICT, Map.of());
        }
    }
}
