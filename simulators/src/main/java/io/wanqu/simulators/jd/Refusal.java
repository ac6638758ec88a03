package io.wanqu.simulators.jd;

/** A call answered with an error envelope. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final String SIGN = "12";
    static final String TOKEN = "19";
    static final String LIMITED = "60";
    static final String METHOD = "13";
    static final String TIME = "8";
    static final String PARAMETER = "11";
    static final String BUSINESS = "50";

    private final String code;

    Refusal(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }

    String sentence() {
        return getMessage() == null ? "" : getMessage();
    }
}
