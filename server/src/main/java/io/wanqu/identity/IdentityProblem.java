package io.wanqu.identity;

import java.util.Map;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Problem;

/** Why a token is refused; apart from the code the answers are alike, so that trying tokens teaches nothing. */
public abstract sealed class IdentityProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private IdentityProblem(String code, Kind kind, Map<String, Object> facts) {
        super("identity." + code, kind, facts);
    }

    public static final class MissingToken extends IdentityProblem {

        private static final long serialVersionUID = 1L;

        MissingToken() {
            super("missing-token", Kind.UNAUTHENTICATED, Map.of());
        }
    }

    public static final class UnknownToken extends IdentityProblem {

        private static final long serialVersionUID = 1L;

        UnknownToken() {
            super("unknown-token", Kind.UNAUTHENTICATED, Map.of());
        }
    }

    public static final class ExpiredToken extends IdentityProblem {

        private static final long serialVersionUID = 1L;

        ExpiredToken() {
            super("expired-token", Kind.UNAUTHENTICATED, Map.of());
        }
    }

    public static final class RevokedToken extends IdentityProblem {

        private static final long serialVersionUID = 1L;

        RevokedToken() {
            super("revoked-token", Kind.UNAUTHENTICATED, Map.of());
        }
    }

    public static final class TooManyWrongTokens extends IdentityProblem {

        private static final long serialVersionUID = 1L;

        TooManyWrongTokens(long retryAfterSeconds) {
            super("too-many-wrong-tokens", Kind.LIMITED, Map.of("retryAfterSeconds", retryAfterSeconds));
        }
    }

    public static final class NoSuchToken extends IdentityProblem {

        private static final long serialVersionUID = 1L;

        NoSuchToken(long token) {
            super("no-such-token", Kind.NOT_FOUND, Map.of("token", Long.toString(token)));
        }
    }

    public static final class ScopeNotHeld extends IdentityProblem {

        private static final long serialVersionUID = 1L;

        ScopeNotHeld(Scope scope) {
            super("scope-not-held", Kind.FORBIDDEN, Map.of("field", "/scopes", "scope", scope.text()));
        }
    }
}
