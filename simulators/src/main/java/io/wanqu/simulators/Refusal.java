package io.wanqu.simulators;

/** A call that a platform answers with a code and a sentence instead of what was asked for. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    public Refusal(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public int code() {
        return code;
    }

    public String words() {
        return String.valueOf(getMessage());
    }
}
