package io.wanqu.connectors.doudian;

import io.wanqu.connector.ConnectorException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What every answer comes in, and what its codes ask of us. */
record Envelope(int code, String subCode, String subMessage, JsonNode data) {

    private static final int OK = 10000;
    private static final int SERVICE_ERROR = 20000;
    private static final int NO_PERMISSION = 30001;
    private static final int TOKEN_ERROR = 50001;
    private static final int LIMITED = 60000;

    private static final String ALREADY_APPLIED = "isv.idempotent-id-existed";
    private static final String COUPON_OK = "000000";
    private static final Pattern COUPON_NUMBER = Pattern.compile("(?:^|\\D)(0[01]\\d{4})$");

    static Envelope of(JsonNode answer) {
        return new Envelope(answer.path("code").asInt(-1), answer.path("sub_code").asString(""),
            answer.path("sub_msg").asString(""), answer.path("data"));
    }

    boolean ok() {
        return code == OK;
    }

    /** The access token is the trouble, and another one may help. */
    boolean tokenTrouble() {
        return code == TOKEN_ERROR || subCode.startsWith("isv.access-token-");
    }

    boolean alreadyApplied() {
        return subCode.equals(ALREADY_APPLIED);
    }

    /** The six digits of a coupon interface, wherever they stand; empty when there are none. */
    String couponNumber() {
        var inside = data.path("RetCode").asString("");
        if (!inside.isEmpty()) {
            return inside.equals(COUPON_OK) ? "" : inside;
        }
        var found = COUPON_NUMBER.matcher(subCode);
        return found.find() ? found.group(1) : "";
    }

    /** The channel's code as a person would look it up. */
    String fullCode() {
        return subCode.isEmpty() ? String.valueOf(code) : code + " " + subCode;
    }

    ConnectorException trouble() {
        if (tokenTrouble() || code == NO_PERMISSION) {
            return ConnectorException.unauthorised(fullCode(), subMessage);
        }
        return switch (code) {
            case SERVICE_ERROR -> ConnectorException.failing(fullCode(), subMessage);
            case LIMITED -> ConnectorException.limited(fullCode(), subMessage, Facts.LIMITED_WAIT);
            // Wrong parameters, business refusals, closed interfaces, and whatever the platform may invent.
            default -> ConnectorException.refused(fullCode(), subMessage);
        };
    }
}
