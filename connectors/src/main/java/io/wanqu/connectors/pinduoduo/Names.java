package io.wanqu.connectors.pinduoduo;

/** The platform's names for what is in an order and in a refund case; access packs may hide any of them. */
final class Names {

    static final String ORDER = "order_info";
    static final String ORDERS = "order_list";
    static final String CHANGED_ORDERS = "order_sn_list";
    static final String TOTAL = "total_count";

    static final String ID = "order_sn";
    static final String STATUS = "order_status";
    static final String GROUP = "confirm_status";
    /** One reading calls it so instead. */
    static final String GROUP_TOO = "group_status";
    static final String RISK = "risk_control_status";
    static final String REFUND = "refund_status";
    static final String AFTER_SALE = "after_sales_status";
    static final String PAYMENT = "pay_amount";
    static final String CREATED = "created_time";
    static final String PAID = "pay_time";
    static final String CONFIRMED = "confirm_time";
    static final String UPDATED = "updated_at";
    static final String ITEMS = "item_list";
    static final String ITEM_GOODS = "goods_id";
    static final String ITEM_SKU = "sku_id";
    static final String ITEM_OUTER = "outer_id";
    static final String ITEM_COUNT = "goods_count";
    static final String CARDS = "card_info_list";
    static final String CARD_NUMBER = "card_no";

    static final String CASES = "refund_list";
    static final String CASE_ID = "id";
    static final String CASE_ORDER = "order_sn";
    static final String CASE_STATUS = "after_sales_status";
    static final String CASE_AMOUNT = "refund_amount";
    static final String CASE_UPDATED = "updated_time";

    private Names() {
    }
}
