package io.wanqu.simulators.alipay;

/** A call answered with an error; sub codes that were written from memory are marked so. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String subCode;

    private Refusal(String code, String subCode, String message) {
        super(message, null, false, false);
        this.code = code;
        this.subCode = subCode;
    }

    static Refusal missing(String name) {
        return new Refusal("40001", "isv.missing-parameter", name);
    }

    static Refusal invalid(String subCode, String message) {
        return new Refusal("40002", "isv." + subCode, message);
    }

    static Refusal parameter(String message) {
        return business("ACQ.INVALID_PARAMETER", message);
    }

    static Refusal noTrade() {
        return business("ACQ.TRADE_NOT_EXIST", "trade does not exist");
    }

    /** [M]. */
    static Refusal paid() {
        return business("ACQ.TRADE_HAS_SUCCESS", "trade is paid");
    }

    /** [M]. */
    static Refusal closed() {
        return business("ACQ.TRADE_HAS_CLOSE", "trade is closed");
    }

    /** [M]. */
    static Refusal otherContents() {
        return business("ACQ.CONTEXT_INCONSISTENT", "the number was used with other contents");
    }

    /** [M]. */
    static Refusal status() {
        return business("ACQ.TRADE_STATUS_ERROR", "the state of the trade does not allow it");
    }

    /** [M]. */
    static Refusal tooMuchBack() {
        return business("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "refunds exceed what was paid");
    }

    /** [M]. */
    static Refusal poor() {
        return business("ACQ.SELLER_BALANCE_NOT_ENOUGH", "the seller's balance is too small");
    }

    /** [M]. */
    static Refusal settle(String message) {
        return business("ACQ.TRADE_SETTLE_ERROR", message);
    }

    /** [M]. */
    static Refusal noBill() {
        return business("isp.bill_not_exist", "no bill for this day");
    }

    static Refusal business(String subCode, String message) {
        return new Refusal("40004", subCode, message);
    }

    /** What a test ordered: 20000 leaves the outcome unknown. */
    static Refusal ordered(int code, String subCode) {
        return new Refusal(String.valueOf(code), subCode, "as ordered");
    }

    String code() {
        return code;
    }

    String subCode() {
        return subCode;
    }

    String message() {
        return getMessage() == null ? "" : getMessage();
    }
}
