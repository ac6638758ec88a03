package io.wanqu.channel.listing;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.wanqu.connector.listing.ListingDraft;
import io.wanqu.kernel.SkuId;

/** An offer as one channel shall show it, but for its stock, which is told by itself. */
record Draft(String title, String description, List<String> pictures, String category, Map<String, String> attributes, List<Sku> skus) {

    ListingDraft listing(long product, Map<SkuId, Long> stock) {
        return new ListingDraft(Long.toString(product), title, description, pictures.stream().map(URI::create).toList(), category, attributes,
                skus.stream().map(sku -> new ListingDraft.Sku(sku.sku.text(), sku.name, sku.priceMinor, stock.getOrDefault(sku.sku, 0L))).toList());
    }

    /** Whether nothing but prices differs. */
    boolean wordsOf(Draft other) {
        return title.equals(other.title) && description.equals(other.description) && pictures.equals(other.pictures)
                && category.equals(other.category) && attributes.equals(other.attributes)
                && skus.stream().map(Sku::words).toList().equals(other.skus.stream().map(Sku::words).toList());
    }

    /** One choice of the offer. */
    record Sku(SkuId sku, String name, long priceMinor) {

        private Sku words() {
            return new Sku(sku, name, 0);
        }
    }
}
