package io.wanqu.simulators.xianyu;

/** A call answered with an error envelope; the numbers are the simulator's own where the platform tells none. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final int SIGNATURE = 401;
    static final int NOT_FOUND = 404;
    static final int TOO_OLD = 408;
    static final int LIMITED = 429;
    static final int PARAMETER = 400;
    static final int BUSINESS = 1;

    private final int code;

    Refusal(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }

    String message() {
        return getMessage() == null ? "" : getMessage();
    }
}
