package io.wanqu.connectors.xianyu;

import java.time.Duration;
import java.util.Set;

/** Numbers and words of the platform, each in one place; those called unverified were never seen at a live shop. */
final class Facts {

    static final String CURRENCY = "CNY";
    static final int OK = 0;
    static final Duration DRIFT = Duration.ofMinutes(5);
    /** Unverified: larger pages may be allowed. */
    static final int PAGE_SIZE = 50;
    static final int ROWS_MAX = 10_000;
    /** Unverified: how many SKUs of one product a call may carry. */
    static final int STOCK_BATCH = 50;
    static final int CALLS_PER_SECOND = 10;
    static final int TITLE_MAX = 30;
    static final int PICTURES_MAX = 9;

    /** Unverified: the numbers of the open platform's errors; those of the supply standard are published. */
    static final int TOO_MANY = 429;
    static final int FAILING_FROM = 500;
    static final int FAILING_UNTIL = 599;
    static final int NOT_FOUND = 404;
    static final Duration LIMITED_WAIT = Duration.ofSeconds(1);

    /** Unverified: shipping without logistics; the page for it was seen only in the software of others. */
    static final String SHIP = "/api/open/trade/logistics/dummy/send";
    /** Unverified: kinds of cards in the card store, found and made by their name. */
    static final String KINDS = "/api/open/kami/kind/list";
    static final String KIND_CREATE = "/api/open/kami/kind/create";
    static final String STORE_CREATE = "/api/open/kami/storage/create";

    /** Ordinary goods of the trade of cards and coupons. */
    static final int ITEM_BIZ_TYPE = 2;
    static final int SP_BIZ_TYPE = 25;

    /** What an account needs besides key and secret: the seller's name there, and both sides' names for supplying. */
    static final String USER_NAME = "userName";
    static final String SELLER_ID = "sellerId";
    static final String SUPPLY_APP_ID = "supplyAppId";
    static final String SUPPLY_APP_SECRET = "supplyAppSecret";
    static final String MCH_ID = "mchId";
    static final String MCH_SECRET = "mchSecret";
    static final Set<String> FIELDS = Set.of(USER_NAME, SELLER_ID, SUPPLY_APP_ID, SUPPLY_APP_SECRET, MCH_ID, MCH_SECRET);

    /** Kinds of goods in the supply standard; we supply cards alone. */
    static final int CARDS = 2;

    /** The supply standard's numbers. */
    static final int BAD_SIGN = 401;
    static final int TOO_OLD = 408;
    static final int NO_GOODS = 1100;
    static final int NO_ORDER = 1200;
    static final int BAD_ORDER = 1201;
    static final int NO_SUCH_CALL = 404;

    private Facts() {
    }
}
