package io.wanqu.payment.rail;

/** The provider could not be asked, or refuses. The message is for operators: it holds no secret and nobody's data. */
public final class RailException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;

    private RailException(Kind kind, String code, String message) {
        super(code + ": " + message);
        this.kind = kind;
        this.code = code;
    }

    /** Nobody knows whether it happened: a time-out, a lost answer, an error on the other side. Ask again, or look. */
    public static RailException unclear(String code, String message) {
        return new RailException(Kind.UNCLEAR, code, message);
    }

    /** It did not happen, and may be tried again later: too many calls, for example. */
    public static RailException later(String code, String message) {
        return new RailException(Kind.LATER, code, message);
    }

    /** It did not happen, and will not by repeating: wrong keys, wrong values, no money. */
    public static RailException refused(String code, String message) {
        return new RailException(Kind.REFUSED, code, message);
    }

    public Kind kind() {
        return kind;
    }

    /** The provider's own word for it. */
    public String code() {
        return code;
    }

    public boolean retryable() {
        return kind != Kind.REFUSED;
    }

    public enum Kind {
        UNCLEAR, LATER, REFUSED
    }
}
