package io.wanqu.identity.watch;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Why nobody may try just now. */
public abstract sealed class WatchProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private WatchProblem(String code, Kind kind, Map<String, Object> facts) {
        super("identity." + code, kind, facts);
    }

    public static final class TooManyTries extends WatchProblem {

        private static final long serialVersionUID = 1L;

        TooManyTries(long retryAfterSeconds) {
            super("too-many-tries", Kind.LIMITED, Map.of("retryAfterSeconds", retryAfterSeconds, "otherWay", "a one-time code, or a device that you have used before"));
        }
    }
}
