package io.wanqu.identity.session;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Why nobody is signed in, or not for this. */
public abstract sealed class SessionProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private SessionProblem(String code, Kind kind, Map<String, Object> facts) {
        super("identity." + code, kind, facts);
    }

    public static final class NotSignedIn extends SessionProblem {

        private static final long serialVersionUID = 1L;

        NotSignedIn() {
            super("not-signed-in", Kind.UNAUTHENTICATED, Map.of());
        }
    }

    /** The same whether the account, the password or the code is wrong. */
    public static final class WrongLogin extends SessionProblem {

        private static final long serialVersionUID = 1L;

        WrongLogin() {
            super("wrong-login", Kind.UNAUTHENTICATED, Map.of());
        }
    }

    public static final class WrongSecondFactor extends SessionProblem {

        private static final long serialVersionUID = 1L;

        WrongSecondFactor() {
            super("wrong-second-factor", Kind.INVALID, Map.of("field", "/code", "expected", "the code that the authenticator shows now, or a recovery code that was not used"));
        }
    }

    /** A page of another site may have sent it. */
    public static final class CrossSite extends SessionProblem {

        private static final long serialVersionUID = 1L;

        CrossSite() {
            super("cross-site", Kind.FORBIDDEN, Map.of("field", "Wanqu-Client", "expected", "this header, and a request from a page of the same origin"));
        }
    }

    /** The same whether the shop exists or not. */
    public static final class NotStaff extends SessionProblem {

        private static final long serialVersionUID = 1L;

        NotStaff() {
            super("not-staff", Kind.FORBIDDEN, Map.of("field", "Wanqu-Shop", "expected", "a shop in which you have a place"));
        }
    }

    public static final class ShopNotChosen extends SessionProblem {

        private static final long serialVersionUID = 1L;

        ShopNotChosen() {
            super("shop-not-chosen", Kind.MALFORMED, Map.of("field", "Wanqu-Shop", "expected", "the id of one of your shops"));
        }
    }

    public static final class SecondFactorNeeded extends SessionProblem {

        private static final long serialVersionUID = 1L;

        SecondFactorNeeded() {
            super("second-factor-needed", Kind.UNAUTHENTICATED, Map.of("expected", "the code at /api/v1/session/second-factor"));
        }
    }

    public static final class UnknownSession extends SessionProblem {

        private static final long serialVersionUID = 1L;

        UnknownSession(long session) {
            super("unknown-session", Kind.NOT_FOUND, Map.of("session", Long.toString(session)));
        }
    }
}
