package io.wanqu.simulators.doudian;

/** A call answered with an error envelope. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final int NO_PERMISSION = 30001;
    static final int PARAMETER_MISSING = 40001;
    static final int PARAMETER_WRONG = 40003;
    static final int PARAMETER_REFUSED = 40004;
    static final int BUSINESS = 50002;
    static final int LIMITED = 60000;

    private final int code;
    private final String subCode;

    Refusal(int code, String subCode, String subMessage) {
        super(subMessage, null, false, false);
        this.code = code;
        this.subCode = subCode;
    }

    /** The coupon interfaces number their refusals with six digits. */
    static Refusal coupon(String number, String subMessage) {
        return new Refusal(BUSINESS, "isv.business-failed:" + number, subMessage);
    }

    int code() {
        return code;
    }

    String subCode() {
        return subCode;
    }

    String subMessage() {
        return getMessage() == null ? "" : getMessage();
    }
}
