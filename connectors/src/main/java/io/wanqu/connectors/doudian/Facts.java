package io.wanqu.connectors.doudian;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Numbers and words of the platform, each in one place. */
final class Facts {

    static final String VERSION = "2";
    static final String SIGN_METHOD = "hmac-sha256";
    static final int PAGE_SIZE = 100;
    /** One page of the documentation says 50,000; the smaller number is safe with both. */
    static final int ROWS_MAX = 10_000;
    static final int SEARCHES_PER_SECOND = 600;
    static final String CURRENCY = "CNY";

    /** Unverified: how long to leave the platform alone after it limited us; it names no time itself. */
    static final Duration LIMITED_WAIT = Duration.ofSeconds(1);
    /** Unverified: how long another writer of the same order needs. */
    static final Duration CONCURRENT_WAIT = Duration.ofSeconds(2);
    /** Unverified: a refresh token lives two weeks; only the access token's end is told. */
    static final Duration REFRESH_LIFE = Duration.ofDays(14);
    /** Unverified: the topic of the console's test message. */
    static final String TEST_TOPIC = "0";

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);

    private Facts() {
    }
}
