package io.wanqu.identity.program;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Why nobody is signed in from a mini program. */
public abstract sealed class ProgramProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private ProgramProblem(String code, Kind kind, Map<String, Object> facts) {
        super("identity." + code, kind, facts);
    }

    public static final class UnknownProgram extends ProgramProblem {

        private static final long serialVersionUID = 1L;

        UnknownProgram() {
            super("unknown-program", Kind.INVALID, Map.of("field", "/program", "expected", "a mini program of this server"));
        }
    }

    public static final class WrongProgramCode extends ProgramProblem {

        private static final long serialVersionUID = 1L;

        WrongProgramCode() {
            super("wrong-program-code", Kind.UNAUTHENTICATED, Map.of("field", "/code", "expected", "a new code of the platform's log-in, sent once"));
        }
    }

    public static final class PlatformSilent extends ProgramProblem {

        private static final long serialVersionUID = 1L;

        PlatformSilent() {
            super("platform-silent", Kind.UNAVAILABLE, Map.of("retryAfterSeconds", 2));
        }
    }
}
