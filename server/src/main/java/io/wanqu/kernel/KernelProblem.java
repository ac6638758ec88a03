package io.wanqu.kernel;

import java.util.Map;

/** Refusals that any module may meet. */
public abstract sealed class KernelProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private KernelProblem(String code, Kind kind, Map<String, Object> facts) {
        super("kernel." + code, kind, facts);
    }

    public static final class InvalidId extends KernelProblem {

        private static final long serialVersionUID = 1L;

        public InvalidId(String field, String text) {
            super("invalid-id", Kind.INVALID, Map.of("field", field, "got", Text.shorten(text), "expected", "a positive whole number"));
        }
    }

    public static final class InvalidValue extends KernelProblem {

        private static final long serialVersionUID = 1L;

        public InvalidValue(String field, String expected) {
            super("invalid-value", Kind.INVALID, Map.of("field", field, "expected", expected));
        }
    }

    /** Looks for something by what only its owner knows, and was wrong too often. */
    public static final class TooManyGuesses extends KernelProblem {

        private static final long serialVersionUID = 1L;

        public TooManyGuesses(long retryAfterSeconds) {
            super("too-many-guesses", Kind.LIMITED, Map.of("retryAfterSeconds", retryAfterSeconds));
        }
    }

    public static final class IdempotencyKeyReused extends KernelProblem {

        private static final long serialVersionUID = 1L;

        public IdempotencyKeyReused() {
            super("idempotency-key-reused", Kind.INVALID,
                    Map.of("field", "Idempotency-Key", "expected", "a new key for a request with other content"));
        }
    }

    public static final class IdempotencyKeyMissing extends KernelProblem {

        private static final long serialVersionUID = 1L;

        public IdempotencyKeyMissing() {
            super("idempotency-key-missing", Kind.MALFORMED,
                    Map.of("field", "Idempotency-Key", "expected", "a text of 8 to 200 characters, new for each operation"));
        }
    }

    public static final class StillRunning extends KernelProblem {

        private static final long serialVersionUID = 1L;

        public StillRunning() {
            super("still-running", Kind.CONFLICT, Map.of("field", "Idempotency-Key", "retryAfterSeconds", 1));
        }
    }

    public static final class Overloaded extends KernelProblem {

        private static final long serialVersionUID = 1L;

        public Overloaded(String what) {
            super("overloaded", Kind.UNAVAILABLE, Map.of("what", what, "retryAfterSeconds", 1));
        }
    }

    /** The connection to the database broke on the way, so nobody knows whether the last step was done; the same key tells. */
    public static final class DatabaseAway extends KernelProblem {

        private static final long serialVersionUID = 1L;

        public DatabaseAway() {
            super("database-away", Kind.UNAVAILABLE, Map.of("retryAfterSeconds", 1));
        }
    }
}
