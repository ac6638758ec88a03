package io.wanqu.connectors.wechatshop;

/** The platform's names for what is in an order, an after-sale and a product; misspellings are the platform's. */
final class Names {

    static final String ORDER = "order";
    static final String ORDER_ID = "order_id";
    static final String ORDER_IDS = "order_id_list";
    static final String STATUS = "status";
    static final String CREATED = "create_time";
    static final String UPDATED = "update_time";
    static final String BUYER = "openid";
    static final String EVERYWHERE = "unionid";
    static final String DETAIL = "order_detail";
    static final String LINES = "product_infos";
    static final String PAY = "pay_info";
    static final String PAID = "pay_time";
    static final String PRICE = "price_info";
    static final String ORDER_PRICE = "order_price";
    static final String DELIVERY = "delivery_info";
    static final String DELIVERED = "delivery_product_info";

    static final String PRODUCT_ID = "product_id";
    static final String SKU_ID = "sku_id";
    static final String OUTER_PRODUCT = "out_product_id";
    static final String OUTER_SKU = "out_sku_id";
    static final String SKU_CODE = "sku_code";
    static final String COUNT = "sku_cnt";
    static final String REAL_PRICE = "real_price";
    static final String AFTER_SALE_OPEN = "on_aftersale_sku_cnt";
    static final String AFTER_SALE_DONE = "finish_aftersale_sku_cnt";

    static final String CASE = "after_sale_order";
    static final String CASE_ID = "after_sale_order_id";
    static final String CASE_IDS = "after_sale_order_id_list";
    static final String CASE_PRODUCT = "product_info";
    static final String REFUND = "refund_info";
    static final String AMOUNT = "amount";

    static final String NEXT = "next_key";
    static final String MORE = "has_more";

    static final String PRODUCT = "product";
    static final String DRAFT = "edit_product";
    static final String PRODUCT_IDS = "product_ids";
    static final String TITLE = "title";
    static final String EDIT_STATUS = "edit_status";
    static final String AUDIT = "audit_info";
    static final String REJECT_REASON = "reject_reason";
    static final String SKUS = "skus";
    static final String SALE_PRICE = "sale_price";
    static final String STOCK = "stock_num";

    private Names() {
    }
}
