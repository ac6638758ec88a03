package io.wanqu.connectors.kuaishou;

/**
 * The platform's names for what is in an order, a refund case and an item. Taken from the platform's own demonstration
 * where it has them; creation, change, total, refunds and codes are unverified against a live shop.
 */
final class Names {

    static final String CURSOR = "cursor";
    static final String ORDERS = "orderList";
    static final String BASE = "orderBaseInfo";
    static final String ID = "oid";
    static final String STATUS = "status";
    static final String CREATED = "createTime";
    static final String PAID = "payTime";
    static final String UPDATED = "updateTime";
    static final String TOTAL_FEE = "totalFee";
    static final String BUYER = "buyerOpenId";

    static final String ITEM = "orderItemInfo";
    static final String ITEM_ID = "itemId";
    static final String SKU_ID = "skuId";
    static final String SKU_CODE = "skuNick";
    static final String QUANTITY = "num";
    static final String REFUNDS = "orderRefundList";
    static final String REFUND_ID = "refundId";
    static final String REFUND_STATUS = "refundStatus";

    static final String CASES = "refundOrderInfoList";
    static final String CASE_CURSOR = "pcursor";
    static final String CASE_FEE = "refundFee";

    static final String ITEMS = "items";
    static final String OUR_ITEM = "kwaiItemId";
    static final String TITLE = "title";
    static final String REMARK = "itemRemark";
    static final String SHELF = "onOfflineStatus";
    static final String AUDIT = "auditStatus";
    static final String AUDIT_REASON = "auditReason";
    static final String SKUS = "skuList";
    static final String OUR_SKU = "kwaiSkuId";
    static final String PRICE = "skuSalePrice";
    static final String STOCK = "skuStock";
    static final String SKU_NAME = "specification";

    private Names() {
    }
}
