package io.wanqu.simulators.pinduoduo;

/** A call answered with an error envelope. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final int PARAMETER = 10000;
    static final int TIME = 10004;
    static final int TOKEN = 10019;
    static final int GRANT = 10035;
    static final int SIGN = 20004;
    static final int NO_SUCH_TYPE = 30000;
    static final int NO_ORDER = 50101;
    static final int NO_GOODS = 50102;
    static final int PROMOTED = 52011;
    static final int LOADED = 52021;
    static final int REJECTED = 52101;
    static final int LIMITED = 70031;

    private final int code;

    Refusal(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }

    String sentence() {
        return getMessage() == null ? "" : getMessage();
    }
}
