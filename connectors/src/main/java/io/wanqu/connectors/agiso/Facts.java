package io.wanqu.connectors.agiso;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Numbers and words of the gateway, each in one place. */
final class Facts {

    static final String KIND = "agiso";
    static final String API_VERSION = "1";
    static final int CALLS_PER_SECOND = 20;
    static final Duration CLOCK_DRIFT = Duration.ofMinutes(10);

    /** The further fields of an account: which marketplace, and the token that a merchant copied from its page. */
    static final String SERVICE = "service";
    static final String TOKEN = "token";

    /** The number of one order among several: it could be sent later, or may not be for want of a grant. */
    static final int SEND_LATER = -85;
    static final int NO_GRANT = -90;
    /** Unverified: the gateway's own numbers for a token that is not good, and for too many calls. */
    static final Set<Integer> TOKEN_CODES = Set.of(NO_GRANT, 5);
    static final Set<Integer> LIMIT_CODES = Set.of(29);
    /** Unverified: how long to leave the gateway alone after it limited us. */
    static final Duration LIMITED_WAIT = Duration.ofSeconds(1);
    /** Unverified: how long until an order that was not ready is. */
    static final Duration NOT_READY_WAIT = Duration.ofSeconds(30);
    /** The marketplace's words are passed on inside a sentence. */
    static final List<String> NOT_FOUND = List.of("trade-not-exist", "订单不存在");

    /** Unverified: which members of a push hold the order's number and what tells two pushes about it apart. */
    static final List<String> ORDER_IN_PUSH = List.of("Tid", "biz_order_id", "OrderSn", "order_sn", "OrderId", "order_id");
    static final List<String> STATE_IN_PUSH = List.of("Status", "order_status", "RefundId", "refund_id");
    /** Unverified: what the gateway wants to read when a push was taken. */
    static final String THANKS = "{\"IsSuccess\":true,\"Error_Code\":0,\"Error_Msg\":\"\"}";

    /** Cards that were sent after payment, not those given for a good word. */
    static final int SENT_ON_PAYMENT = 1;
    static final int CARD = 2;

    private static final String HOME = "gw-api.agiso.com";

    private Facts() {
    }

    /** Each marketplace has a host of its own for this; elsewhere than at Agiso all live below one address. */
    static URI token(URI base, Service service, String query) {
        return URI.create((HOME.equals(base.getHost()) ? "https://" + service.path() + ".agiso.com"
            : base + "/" + service.path()) + "/auth/token?" + query);
    }
}
