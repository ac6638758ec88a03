package io.wanqu.connector.listing;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * An offer as the merchant wants it on one channel.
 *
 * @param outerProductCode our own code of the product; the same draft sent twice is known by it
 * @param category the channel's own category, empty where it has none
 * @param attributes what the category asks for, by the channel's names
 */
public record ListingDraft(String outerProductCode, String title, String description, List<URI> pictures,
                           String category, Map<String, String> attributes, List<Sku> skus) {

    public ListingDraft {
        pictures = List.copyOf(pictures);
        attributes = Map.copyOf(attributes);
        skus = List.copyOf(skus);
        if (skus.isEmpty()) {
            throw new IllegalArgumentException("an offer without SKUs");
        }
    }

    /** One choice of the offer; the price in the currency's smallest unit. */
    public record Sku(String outerSkuCode, String name, long priceMinor, long stock) {
    }
}
