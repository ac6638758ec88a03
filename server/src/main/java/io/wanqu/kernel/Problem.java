package io.wanqu.kernel;

import java.util.Map;

/**
 * A refusal of the business. The code is stable and documented in docs/problems; the facts say what was refused and what
 * would be right, and never hold a secret or another person's data.
 */
public abstract class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final Kind kind;
    private final transient Map<String, Object> facts;

    protected Problem(String code, Kind kind, Map<String, Object> facts) {
        super(code + " " + facts, null, false, false);
        this.code = code;
        this.kind = kind;
        this.facts = Map.copyOf(facts);
    }

    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    public Map<String, Object> facts() {
        return facts;
    }

    /** What sort of refusal it is; the web module turns it into a status. */
    public enum Kind {
        /** The request cannot be read at all. */
        MALFORMED,
        /** A value is wrong; the fact "field" names it. */
        INVALID,
        /** Nobody is known to ask. */
        UNAUTHENTICATED,
        /** The one who asks may not. */
        FORBIDDEN,
        NOT_FOUND,
        /** It was right once, but not in the present state. */
        CONFLICT,
        TOO_LARGE,
        /** Too often; the fact "retryAfterSeconds" says when again. */
        LIMITED,
        UNAVAILABLE
    }
}
