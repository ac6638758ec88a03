package io.wanqu.simulators.wechatpay;

/** A call answered with an error; the pairing of status and code is from memory, so it stands here alone. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private Refusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refusal parameter(String message) {
        return new Refusal(400, "PARAM_ERROR", message);
    }

    static Refusal request(String message) {
        return new Refusal(400, "INVALID_REQUEST", message);
    }

    static Refusal foreignApp() {
        return new Refusal(400, "APPID_MCHID_NOT_MATCH", "appid does not belong to mchid");
    }

    static Refusal paid() {
        return new Refusal(400, "ORDERPAID", "the order is paid");
    }

    static Refusal closed() {
        return new Refusal(400, "ORDER_CLOSED", "the order is closed");
    }

    static Refusal noBill() {
        return new Refusal(400, "NO_STATEMENT_EXIST", "no bill for this day");
    }

    static Refusal signature(String message) {
        return new Refusal(401, "SIGN_ERROR", message);
    }

    static Refusal notAllowed(String message) {
        return new Refusal(403, "NO_AUTH", message);
    }

    static Refusal notEnough(String message) {
        return new Refusal(403, "NOTENOUGH", message);
    }

    static Refusal numberUsed() {
        return new Refusal(403, "OUT_TRADE_NO_USED", "out_trade_no was used with other contents");
    }

    static Refusal rule(String message) {
        return new Refusal(403, "RULE_LIMIT", message);
    }

    static Refusal noOrder() {
        return new Refusal(404, "ORDER_NOT_EXIST", "no such order");
    }

    static Refusal noResource() {
        return new Refusal(404, "RESOURCE_NOT_EXISTS", "no such resource");
    }

    /** What a test ordered. */
    static Refusal ordered(int status, String code) {
        return new Refusal(status, code, "as ordered");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String message() {
        return getMessage() == null ? "" : getMessage();
    }
}
