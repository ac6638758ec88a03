package io.wanqu.identity.app;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Why a program is not registered, asked for or let in. */
public abstract sealed class AppProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private AppProblem(String code, Kind kind, Map<String, Object> facts) {
        super("identity." + code, kind, facts);
    }

    public static final class UnknownApp extends AppProblem {

        private static final long serialVersionUID = 1L;

        UnknownApp(long app) {
            super("unknown-app", Kind.NOT_FOUND, Map.of("app", Long.toString(app)));
        }
    }

    /** There is no such question, or it was put to somebody else. */
    public static final class NothingAsked extends AppProblem {

        private static final long serialVersionUID = 1L;

        NothingAsked() {
            super("nothing-asked", Kind.NOT_FOUND, Map.of());
        }
    }
}
