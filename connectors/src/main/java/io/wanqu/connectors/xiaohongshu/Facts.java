package io.wanqu.connectors.xiaohongshu;

import io.wanqu.connectors.wire.Codes;
import java.time.Duration;
import java.util.Set;

/** Numbers and words of the platform, each in one place. */
final class Facts {

    static final String PATH = "/ark/open_api/v3/common_controller";
    static final String VERSION = "2.0";
    static final String CURRENCY = "CNY";
    /** Fewer than the platform's hundred, because every order of a page costs a call of its own. */
    static final int PAGE_SIZE = 50;
    static final int PAGES_MAX = 100;
    static final int ROWS_MAX = 10_000;
    static final int AFTER_SALE_ROWS_MAX = 50_000;
    static final Duration UPDATED_SPAN = Duration.ofMinutes(30);
    static final Duration CREATED_SPAN = Duration.ofHours(24);
    static final int BY_CREATION = 1;
    static final int BY_CHANGE = 2;
    static final int CALLS_PER_SECOND = 100;
    static final String DEFAULT_WAREHOUSE = "CPartner";
    static final int MONEY_IS_BACK = 2;

    /** Unverified: codes are negative numbers, and no list of them could be read. */
    static final Codes CODES = new Codes(Set.of("-9030"), Set.of("-9031"), Set.of("-9021"), Set.of("-9001"),
        Duration.ofSeconds(1));
    /** Unverified: how the platform says that it knows no such order, or no such item. */
    static final String NO_ORDER = "-4001";
    static final String NO_ITEM = "-4101";
    /** Unverified: how far a clock may be off. */
    static final Duration DRIFT = Duration.ofMinutes(10);
    /** Unverified: how far back orders can be read. */
    static final Duration HISTORY = Duration.ofDays(90);
    /** Unverified: what an item may say of itself. */
    static final int TITLE_MAX = 64;
    static final int PICTURES_MAX = 10;
    static final int ITEM_PAGE = 50;

    private Facts() {
    }
}
