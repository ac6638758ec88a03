package io.wanqu.connectors.jd;

import io.wanqu.connectors.wire.Codes;
import io.wanqu.connectors.wire.Shanghai;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** Numbers and words of the platform, each in one place. */
final class Facts {

    static final String KIND = "jd";
    static final String VERSION = "2.0";
    static final int PAGE_SIZE = 100;
    static final Duration WINDOW_MAX = Duration.ofDays(30);
    static final Duration CLOCK_DRIFT = Duration.ofMinutes(6);
    static final DateTimeFormatter TIMESTAMP =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSZ").withZone(Shanghai.ZONE);

    /** The further field of an account that names the transport, and what stands there for the newer one. */
    static final String TRANSPORT = "transport";
    static final String SP_API = "sp";

    /** Unverified: how long to leave the platform alone after it limited us. */
    static final Duration LIMITED_WAIT = Duration.ofSeconds(1);
    /**
     * Unverified: an access token that is unknown or has ended; what only the owner can heal, which is told where tokens are
     * granted; too many calls; the platform, or what stands behind it, not answering.
     */
    static final Codes CODES =
        new Codes(Set.of("19"), Set.of(), Set.of("60", "61"), Set.of("1", "65", "67"), LIMITED_WAIT);
    /** Unverified: a refresh token that is unknown, used or has ended. */
    static final Set<String> GRANT_CODES = Set.of("400", "401");
    /** Unverified: how the platform says that it knows no such order. */
    static final Set<String> NOT_FOUND = Set.of("10200004", "order_not_exist");
    /** Unverified: budgets are shown in the console only. */
    static final int CALLS_PER_SECOND = 10;
    /** Unverified: how far back orders can be found by their changes. */
    static final Duration HISTORY = Duration.ofDays(90);

    /** Unverified: how the newer transport names what it answers. */
    static final String SP_RESULT = "data";
    static final Set<String> OK_CODES = Set.of("", "0", "200");

    /** Orders are searched by state; a state that is not asked for is not found. */
    static final String STATES = String.join(",", "NOT_PAY", "WAIT_SELLER_STOCK_OUT", "WAIT_SEND_CODE",
        "WAIT_SELLER_DELIVERY", "POP_ORDER_PAUSE", "PAUSE", "LOCKED", "WAIT_GOODS_RECEIVE_CONFIRM", "FINISHED_L",
        "TRADE_CANCELED", "DELIVERY_RETURN", "UN_KNOWN");
    static final int BY_CHANGE = 0;
    static final int BY_CREATION = 1;

    /** Unverified: which number puts a ware up for sale and which takes it down. */
    static final int UP = 1;
    static final int DOWN = 2;

    private static final String OAUTH = "https://open-oauth.jd.com";

    private Facts() {
    }

    /** Tokens are granted at an address of their own; elsewhere than at JD all live below one. Unverified paths. */
    static URI tokens(URI base, String path) {
        return URI.create((String.valueOf(base.getHost()).endsWith(".jd.com") ? OAUTH : base.toString()) + path);
    }
}
