package io.wanqu.payment.rail;

/** A callback that is not from the provider, or too old to be believed; the message says what is needed instead. */
public final class ForgedNotice extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public ForgedNotice(Kind kind, String needed) {
        super(needed, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public enum Kind {
        /** A signature that the provider made wrong on purpose, to see whether it is refused: nobody need look. */
        PROBE,
        /** The signature is missing, wrong, or by a key we do not trust. */
        FORGED,
        /** Signed, but long ago or in the future. */
        STALE,
        /** Not a callback at all. */
        UNREADABLE
    }
}
