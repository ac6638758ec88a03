package io.wanqu.connectors.wechatshop;

import io.wanqu.connectors.wire.Codes;
import java.time.Duration;
import java.util.Set;

/** Numbers and words of the platform, each in one place. */
final class Facts {

    static final String CURRENCY = "CNY";
    /** Fewer than the platform's hundred, because every order of a page costs a call of its own. */
    static final int PAGE_SIZE = 50;
    static final int PRODUCT_PAGE = 30;
    static final Duration ORDERS_SPAN = Duration.ofDays(7);
    static final Duration AFTER_SALES_SPAN = Duration.ofHours(24);
    /** Ten thousand in a minute. */
    static final int CALLS_PER_SECOND = 160;

    static final int VIRTUAL = 3;
    static final int ADD = 1;
    static final int TAKE = 2;
    static final int SET = 3;

    /** The first three speak of the token; the quotas come as a minute's and as a day's. */
    static final Codes CODES = new Codes(Set.of("40001", "40014", "42001"),
        Set.of("40013", "40125", "41002", "41004", "48001", "50004", "50007"), Set.of("45009", "45011"), Set.of("-1"),
        Duration.ofMinutes(1));

    /** Unverified: how the platform says that it knows no such order, or no such product. */
    static final String NO_ORDER = "100001";
    static final String NO_PRODUCT = "10020001";
    /** Unverified: how far back orders can be read. */
    static final Duration HISTORY = Duration.ofDays(180);
    /** Unverified: both what is on sale and what is being edited. */
    static final int ONLINE_AND_DRAFT = 3;
    /** Unverified: a product that needs no parcel. */
    static final int NO_PARCEL = 1;
    static final int TITLE_MAX = 60;
    static final int PICTURES_MAX = 9;

    private Facts() {
    }
}
