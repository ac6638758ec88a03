package io.wanqu.connectors.agiso;

import io.wanqu.connectors.wire.Codes;
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

    /** The number of one order among several that could be sent later. */
    static final int SEND_LATER = -85;
    /** Unverified: how long to leave the gateway alone after it limited us. */
    static final Duration LIMITED_WAIT = Duration.ofSeconds(1);
    /** Unverified but for the negative one: a token that is not good; too many calls. The gateway itself says what may be retried. */
    static final Codes CODES = new Codes(Set.of("-90", "5"), Set.of(), Set.of("29"), Set.of(), LIMITED_WAIT);
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
