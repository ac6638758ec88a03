package io.wanqu.connectors.taobao;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Numbers and words of the platform, each in one place; those called unverified were never seen at a live shop. */
final class Facts {

    static final String PATH = "/router/rest";
    static final String VERSION = "2.0";
    static final String SIGN_METHOD = "hmac-sha256";
    static final String CURRENCY = "CNY";

    /** Unverified: the largest page of trades. */
    static final int PAGE_SIZE = 100;
    static final int STOCK_BATCH = 20;
    static final int CALLS_PER_SECOND = 50;
    /** Sixty bytes as the platform counts, a Chinese character being two. */
    static final int TITLE_MAX = 30;
    static final Set<String> FORBIDDEN = Set.of();

    static final String TRADE_FIELDS = "tid,tid_str,status,type,payment,created,modified,pay_time,buyer_nick,buyer_open_uid,"
        + "oaid,receiver_mobile,orders";
    static final String REFUND_FIELDS = "refund_id,tid,oid,status,refund_fee,created,modified";
    static final String ITEM_FIELDS = "num_iid,title,outer_id,approve_status,num,price,desc,skus,modified";

    /** Unverified: how the platform says that it knows no such trade, item or SKU. */
    static final List<String> NOT_FOUND = List.of("isv.trade-not-exist", "isv.item-not-exist", "isv.item-get-service-error");

    /** How long a limit lasts when the platform does not say; it names the seconds in its sub message. */
    static final Duration LIMITED_WAIT = Duration.ofSeconds(1);

    /** Interfaces for items; the first two are unverified for new applications, which may be sent to a schema instead. */
    static final String ITEM_ADD = "taobao.item.add";
    static final String ITEM_UPDATE = "taobao.item.update";
    static final String ITEM_UP = "taobao.item.update.listing";
    static final String ITEM_DOWN = "taobao.item.update.delisting";
    static final String ITEM_READ = "taobao.item.seller.get";
    /** Unverified: reads up to twenty items with their SKUs. */
    static final String ITEMS_READ = "taobao.items.seller.list.get";
    /** Unverified: finds items by the seller's own code. */
    static final String ITEMS_BY_CODE = "taobao.items.custom.get";
    /** Unverified: takes a SKU by its properties, not by its number. */
    static final String SKU_PRICE = "taobao.item.sku.price.update";
    /** Unverified: the property under which SKUs of one's own naming are made. */
    static final String SKU_PROPERTY = "1627207";

    /** The platform's number for tickets of merchants. */
    static final String TICKET_BIZ_TYPE = "3001";
    static final String TICKET_CARDS = "1";
    static final String TICKET_CODES = "0";
    /** Unverified: how notices to send codes reach us, what they are called, and how they are signed. */
    static final String TICKET_PATH = "/ticket";
    static final String TICKET_SIGN_METHOD = "md5";
    /** Unverified: the code under which we say that we cannot supply. */
    static final String TICKET_NO_STOCK = "-1";

    static final int MESSAGES_AT_ONCE = 100;
    static final int CONFIRMED_AT_ONCE = 200;

    private Facts() {
    }
}
