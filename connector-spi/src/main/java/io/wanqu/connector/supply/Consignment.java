package io.wanqu.connector.supply;

import io.wanqu.connector.Delivery;
import java.util.List;

/**
 * Codes that lie at a channel before they are sold.
 *
 * @param batch our own name of these codes; the same batch sent twice is loaded once
 */
public record Consignment(String externalProductId, String externalSkuId, String batch, List<Delivery.Code> codes) {

    public Consignment {
        codes = List.copyOf(codes);
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("a consignment without codes");
        }
    }
}
