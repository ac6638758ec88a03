package io.wanqu.simulators.agiso;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A call answered with an error envelope. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final int TOKEN = 5;
    static final int SIGN = 3;
    static final int TIME = 4;
    static final int PARAMETER = 6;
    static final int ALL_FAILED = 7;
    static final int MARKETPLACE = 10;
    static final int LIMITED = 29;

    private final int code;
    private final transient @Nullable JsonNode data;

    Refusal(int code, String message) {
        this(code, message, null);
    }

    Refusal(int code, String message, @Nullable JsonNode data) {
        super(message, null, false, false);
        this.code = code;
        this.data = data;
    }

    static Refusal noSuchOrder() {
        return new Refusal(MARKETPLACE, "isv.trade-not-exist-订单不存在");
    }

    int code() {
        return code;
    }

    @Nullable JsonNode data() {
        return data;
    }

    String sentence() {
        return getMessage() == null ? "" : getMessage();
    }
}
