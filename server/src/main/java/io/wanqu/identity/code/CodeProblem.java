package io.wanqu.identity.code;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Why a one-time code is not sent or not taken; the answers do not tell who has an account. */
public abstract sealed class CodeProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private CodeProblem(String code, Kind kind, Map<String, Object> facts) {
        super("identity." + code, kind, facts);
    }

    public static final class WrongCode extends CodeProblem {

        private static final long serialVersionUID = 1L;

        WrongCode() {
            super("wrong-code", Kind.INVALID, Map.of("field", "/code", "expected", "the code that was sent last, within ten minutes and five tries"));
        }
    }

    public static final class TooManyCodes extends CodeProblem {

        private static final long serialVersionUID = 1L;

        TooManyCodes(long retryAfterSeconds) {
            super("too-many-codes", Kind.LIMITED, Map.of("retryAfterSeconds", retryAfterSeconds));
        }
    }
}
