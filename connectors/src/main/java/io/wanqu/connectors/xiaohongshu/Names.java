package io.wanqu.connectors.xiaohongshu;

/**
 * The platform's names for what is in an order, a refund case and an item. Orders and cases are named as in the
 * platform's own software kit; the product of a SKU, the cards of an order and most of an item are unverified.
 */
final class Names {

    static final String ORDERS = "orderList";
    static final String TOTAL = "total";
    static final String ID = "orderId";
    static final String STATUS = "orderStatus";
    static final String CREATED = "createdTime";
    static final String PAID = "paidTime";
    static final String UPDATED = "updateTime";
    static final String TOTAL_PAID = "totalPayAmount";
    static final String BUYER = "userId";
    static final String SKUS = "skuList";
    static final String SKU = "skuId";
    static final String SKU_CODE = "erpcode";
    static final String SKU_ITEM = "itemId";
    static final String QUANTITY = "skuQuantity";
    static final String SKU_PAID = "totalPaidAmount";
    static final String SKU_AFTER_SALE = "skuAfterSaleStatus";

    static final String CASES = "afterSaleBasicInfos";
    static final String CASES_TOTAL = "totalCount";
    static final String CASE = "afterSaleInfo";
    static final String CASE_ID = "returnsId";
    static final String CASE_TYPE = "returnType";
    static final String CASE_STATUS = "status";
    static final String CASE_UPDATED = "updatedAt";
    static final String CASE_MONEY = "refundStatus";
    static final String CASE_AMOUNT = "expectedRefundAmountYuan";
    static final String CASE_SKUS = "skus";

    static final String CARDS = "couponList";
    static final String CARD_NUMBER = "couponNo";
    static final String CARD_SECRET = "couponPassword";

    static final String ITEMS = "itemDetailV3s";
    static final String ITEM_INFO = "itemInfo";
    static final String ITEM_ID = "id";
    static final String ITEM_SKUS = "skuInfos";
    static final String ITEM_CODE = "articleNo";
    static final String TITLE = "name";
    static final String BUYABLE = "buyable";
    static final String SKU_ID = "id";
    static final String ITEM_SKU_CODE = "erpCode";
    static final String PRICE = "price";
    static final String STOCK = "stock";

    private Names() {
    }
}
