package io.wanqu.connector.listing;

/** The price that a channel shall show for one SKU, in the currency's smallest unit. */
public record PriceUpdate(String externalProductId, String externalSkuId, long priceMinor) {

    public PriceUpdate {
        if (priceMinor < 0) {
            throw new IllegalArgumentException("price below zero: " + priceMinor);
        }
    }
}
