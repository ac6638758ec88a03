package io.wanqu.connectors.pinduoduo;

import io.wanqu.connectors.wire.Codes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Numbers and words of the platform, each in one place. */
final class Facts {

    static final String KIND = "pinduoduo";
    static final int PAGE_SIZE = 100;
    static final Duration CHANGES_MAX = Duration.ofMinutes(30);
    static final Duration CREATIONS_MAX = Duration.ofHours(24);
    static final Duration CLOCK_DRIFT = Duration.ofMinutes(10);
    /** Any status, any refund status, any kind of order. */
    static final int ANY = 5;
    static final int ANY_LUCK = 0;
    static final int FULL = 1;
    static final int DIFFERENCE = 2;

    /** Unverified: how long to leave the platform alone after it limited us. */
    static final Duration LIMITED_WAIT = Duration.ofSeconds(1);
    /**
     * Unverified, as all numbers of errors here: an access token that is unknown or has ended; a grant, or a code brought
     * for it, that is not good; too many calls; the platform failing of itself.
     */
    static final Codes CODES = new Codes(Set.of("10019"), Set.of("10035", "10036"), Set.of("70031", "70032"),
        Set.of("50000", "50001", "52001"), LIMITED_WAIT);
    /** Unverified: no such order, no such goods. */
    static final Set<Integer> NOT_FOUND_CODES = Set.of(50101, 50102);
    /** Unverified: the stock of promoted goods may not fall. */
    static final Set<Integer> PROMOTED_CODES = Set.of(52011);
    static final String PROMOTED = "promoted";
    /** Unverified: all these cards were loaded before. */
    static final Set<Integer> LOADED_CODES = Set.of(52021);
    /** Unverified: budgets are shown in the console only. */
    static final int CALLS_PER_SECOND = 10;
    /** Unverified: how far back orders can be found. */
    static final Duration HISTORY = Duration.ofDays(90);

    /** The further field of an account that says where messages come from; empty for the platform's own address. */
    static final String MESSAGES = "messages";
    private static final String MESSAGES_HOME = "wss://message-api.pinduoduo.com";
    static final Duration HEARTBEAT = Duration.ofSeconds(5);
    /** Heartbeats are answered, so a connection that is silent for so long is dead. */
    static final Duration SILENCE_MAX = Duration.ofMinutes(3);
    static final List<String> TOPICS = List.of("pdd_trade_TradeConfirmed", "pdd_trade_TradeSellerShip",
        "pdd_trade_TradeSuccess", "pdd_refund_RefundCreated", "pdd_refund_RefundAgreeAgreement",
        "pdd_refund_RefundClosed");
    /** Unverified: which of them holds the order's number depends on the topic. */
    static final List<String> ORDER_IN_MESSAGE = List.of("tid", "order_sn");

    /** The further field of an account that holds the key to seal passwords with, as the platform's staff give it. */
    static final String VOUCHER_KEY = "voucherKey";
    static final String VOUCHER_SEAL = "RSA/ECB/PKCS1Padding";
    static final int VOUCHERS_MAX = 5000;

    /** Unverified: what goods of the kind that card keys are must say besides. */
    static final int GOODS_TYPE_COUPON = 7;
    /** Unverified: buying alone must cost more than buying in a group, in fen. */
    static final long ALONE_EXTRA = 100;
    /** Unverified: the longest title, a Chinese character being one. */
    static final int TITLE_MAX = 30;
    static final int PICTURES_MAX = 10;

    private Facts() {
    }

    static URI router(URI base) {
        return URI.create(base + "/api/router");
    }

    static String messages(String given) {
        return given.isEmpty() ? MESSAGES_HOME : given;
    }
}
