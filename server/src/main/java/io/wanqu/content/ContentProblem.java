package io.wanqu.content;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Why a page can't be written. */
public abstract sealed class ContentProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private ContentProblem(String code, Kind kind, Map<String, Object> facts) {
        super("content." + code, kind, facts);
    }

    /** What one of them wrote would be lost. */
    public static final class WrittenMeanwhile extends ContentProblem {

        private static final long serialVersionUID = 1L;

        WrittenMeanwhile(long version) {
            super("written-meanwhile", Kind.CONFLICT, Map.of("field", "/version", "version", version));
        }
    }
}
