package io.wanqu.connectors.doudian;

/**
 * The platform's names for what is in an order and in a refund case. Unverified against a live shop: taken from the
 * public reference of order.searchList, order.orderDetail and afterSale.List; access packs may hide any of them.
 */
final class Names {

    static final String ORDERS = "shop_order_list";
    static final String ORDER_DETAIL = "shop_order_detail";
    static final String TOTAL = "total";
    static final String LINES = "sku_order_list";

    static final String ID = "order_id";
    static final String STATUS = "order_status";
    static final String MAIN_STATUS = "main_status";
    static final String PAY_AMOUNT = "pay_amount";
    static final String CREATED = "create_time";
    static final String PAID = "pay_time";
    static final String UPDATED = "update_time";
    static final String BUYER = "doudian_open_id";
    static final String PHONE = "post_tel";
    static final String MASKED_PHONE = "mask_post_tel";

    static final String PRODUCT_TEXT = "product_id_str";
    static final String PRODUCT = "product_id";
    static final String SKU = "sku_id";
    static final String OUTER_CODE = "code";
    static final String OUTER_SKU = "out_sku_id";
    static final String QUANTITY = "item_num";
    static final String AFTER_SALE = "after_sale_info";
    static final String AFTER_SALE_STATUS = "after_sale_status";

    static final String CASES = "items";
    static final String CASE = "aftersale_info";
    static final String CASE_ID = "aftersale_id";
    static final String CASE_STATUS = "aftersale_status";
    static final String CASE_LINE = "related_id";
    static final String CASE_AMOUNT = "refund_amount";
    static final String CASE_ORDER = "order_info";
    static final String CASE_ORDER_ID = "shop_order_id";

    private Names() {
    }
}
