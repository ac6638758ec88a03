package io.wanqu.connectors.kuaishou;

import io.wanqu.connectors.wire.Codes;
import java.time.Duration;
import java.util.Set;

/** Numbers and words of the platform, each in one place. */
final class Facts {

    static final String VERSION = "1";
    static final int OK = 1;
    static final int PAGE_SIZE = 50;
    static final int ITEM_PAGE = 100;
    static final String NO_MORE = "nomore";
    static final String CURRENCY = "CNY";
    static final Duration ORDERS_SPAN = Duration.ofDays(7);
    static final Duration REFUNDS_SPAN = Duration.ofDays(1);
    static final Duration HISTORY = Duration.ofDays(90);
    static final String E_TICKET = "DINING_OPEN_TICKET";
    static final String VIRTUAL = "virtual";

    /** Unverified: the platform publishes no list of codes that could be read. 28 and 24 speak of the access token. */
    static final Codes CODES = new Codes(Set.of("24", "28"), Set.of("100200101"), Set.of("38"), Set.of("20"),
        Duration.ofSeconds(1));
    /** Unverified: how the platform says that it knows no such order. */
    static final String NO_ORDER = "807001";
    /** Unverified: the tickets of this order were sent before. */
    static final String SENT_BEFORE = "901001";
    /** Unverified: somebody else is sending the tickets of this order now. */
    static final String BEING_SENT = "901002";
    static final Duration SENDING_WAIT = Duration.ofSeconds(2);
    /** Unverified: an item that is not there. */
    static final String NO_ITEM = "801001";
    /** Unverified: how far a clock may be off. */
    static final Duration DRIFT = Duration.ofMinutes(10);
    /** Unverified: calls in a second. */
    static final int CALLS_PER_SECOND = 20;
    /** Unverified: one list is sorted by creation, the other by change; 2 is oldest first. */
    static final int BY_CREATION = 1;
    static final int BY_CHANGE = 2;
    static final int OLDEST_FIRST = 2;
    static final int ALL_ORDERS = 1;

    /**
     * Stock is changed by differences alone: 1 adds, 2 takes away. Newer notes on the interface say so; an overwriting
     * type that older notes hint at was never seen.
     */
    static final int ADD = 1;
    static final int TAKE = 2;

    /** Unverified: what an item may say of itself. */
    static final int TITLE_MAX = 60;
    static final int PICTURES_MAX = 9;

    private Facts() {
    }
}
