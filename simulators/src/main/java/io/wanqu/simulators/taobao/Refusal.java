package io.wanqu.simulators.taobao;

/** A call answered with an error envelope. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final int LIMITED = 7;
    static final int BUSINESS = 15;
    static final int NO_METHOD = 21;
    static final int UNKNOWN_METHOD = 22;
    static final int SIGNATURE = 25;
    static final int NO_SESSION = 26;
    static final int BAD_SESSION = 27;
    static final int UNKNOWN_APP = 29;
    static final int MISSING = 40;
    static final int INVALID = 41;

    private final int code;
    private final String subCode;

    Refusal(int code, String subCode, String message) {
        super(message, null, false, false);
        this.code = code;
        this.subCode = subCode;
    }

    static Refusal business(String subCode, String message) {
        return new Refusal(BUSINESS, subCode, message);
    }

    static Refusal missing(String name) {
        return new Refusal(MISSING, "isv.missing-parameter:" + name, "Missing Required Arguments:" + name);
    }

    static Refusal invalid(String name) {
        return new Refusal(INVALID, "isv.invalid-parameter:" + name, "Invalid Arguments:" + name);
    }

    int code() {
        return code;
    }

    String subCode() {
        return subCode;
    }

    String message() {
        return getMessage() == null ? "" : getMessage();
    }
}
