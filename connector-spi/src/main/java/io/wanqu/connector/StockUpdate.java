package io.wanqu.connector;

/** What a channel shall show as stock of one SKU. */
public record StockUpdate(String externalProductId, String externalSkuId, Mode mode, long quantity,
                          String idempotencyKey) {

    /** Whether the quantity replaces or adds. */
    public enum Mode {
        FULL, INCREMENT
    }

    /** The preferred way: repeating it does no harm. */
    public static StockUpdate full(String externalProductId, String externalSkuId, long quantity,
                                   String idempotencyKey) {
        if (quantity < 0) {
            throw new IllegalArgumentException("stock below zero: " + quantity);
        }
        return new StockUpdate(externalProductId, externalSkuId, Mode.FULL, quantity, idempotencyKey);
    }

    public static StockUpdate increment(String externalProductId, String externalSkuId, long difference,
                                        String idempotencyKey) {
        return new StockUpdate(externalProductId, externalSkuId, Mode.INCREMENT, difference, idempotencyKey);
    }
}
