package io.wanqu.connectors.jd;

/**
 * The platform's names for what is in its answers. Unverified against a live shop: taken from the public reference of
 * the methods in {@link Call}; access packs may hide any of them.
 */
final class Names {

    static final String SEARCH = "searchorderinfo_result";
    static final String DETAIL = "orderDetailInfo";
    static final String VERDICT = "apiResult";
    static final String ORDERS = "orderInfoList";
    static final String ORDER = "orderInfo";
    static final String TOTAL = "orderTotal";

    static final String ID = "orderId";
    static final String STATE = "orderState";
    static final String TYPE = "orderType";
    static final String PAYMENT = "orderPayment";
    static final String CREATED = "orderStartTime";
    static final String PAID = "paymentConfirmTime";
    static final String UPDATED = "modified";
    static final String BUYER = "open_id_buyer";
    static final String ITEMS = "itemInfoList";
    static final String ITEM_SKU = "skuId";
    static final String ITEM_OUTER = "outerSkuId";
    static final String ITEM_WARE = "wareId";
    static final String ITEM_PRICE = "jdPrice";
    static final String ITEM_COUNT = "itemTotal";

    static final String FIELDS = String.join(",", ID, STATE, TYPE, PAYMENT, CREATED, PAID, UPDATED, BUYER, ITEMS);

    static final String CASES = "queryResult";
    static final String CASE_LIST = "result";
    static final String CASE_TOTAL = "totalCount";
    static final String CASE_ID = "id";
    static final String CASE_ORDER = "orderId";
    static final String CASE_STATUS = "status";
    /** In fen, unlike every other amount here. */
    static final String CASE_AMOUNT = "applyRefundSum";
    static final String CASE_APPLIED = "applyTime";
    static final String CASE_CHECKED = "checkTime";

    private Names() {
    }
}
