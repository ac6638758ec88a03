package io.wanqu.connectors.kuaishou;

import io.wanqu.connector.Outcome;
import io.wanqu.connector.listing.Listing;
import io.wanqu.connector.listing.ListingDraft;
import io.wanqu.connector.listing.ListingPage;
import io.wanqu.connector.listing.PriceUpdate;
import io.wanqu.connector.listing.PublishOutcome;
import io.wanqu.connectors.wire.Envelope;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Offers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The shop's items. Most of what is said here of their members is unverified. Our own code of an item is a text, but
 * the platform's outer number is a number: a fingerprint of the code goes there to find it by, the code itself into the
 * remark.
 */
final class Items {

    private final Gateway gateway;

    Items(Gateway gateway) {
        this.gateway = gateway;
    }

    PublishOutcome publish(ListingDraft draft, @Nullable String productId) {
        var known = productId != null ? productId : existing(draft.outerProductCode());
        var parameters = described(draft);
        if (known != null) {
            parameters.put(Names.OUR_ITEM, Gateway.number(known));
        }
        var envelope = gateway.write(known == null ? "open.item.new" : "open.item.edit", parameters);
        if (!envelope.ok()) {
            Facts.CODES.throwIfPassing(envelope);
            return PublishOutcome.rejected(envelope.code(), envelope.message());
        }
        return Offers.published(find(known == null ? Json.text(envelope.data(), Names.OUR_ITEM) : known), Facts.NO_ITEM);
    }

    /** A first answer may have been lost: the same draft is found again by its fingerprint. */
    private @Nullable String existing(String code) {
        var data = gateway.read("open.item.list.get", Map.of("relItemId", fingerprint(code), "pageNumber", 1, "pageSize", Facts.ITEM_PAGE));
        for (var item : data.path(Names.ITEMS)) {
            if (Json.text(item, Names.REMARK).equals(code)) {
                return Json.text(item, Names.OUR_ITEM);
            }
        }
        return null;
    }

    /** Positive, as the platform wants it. */
    static long fingerprint(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits() & Long.MAX_VALUE;
    }

    private static LinkedHashMap<String, Object> described(ListingDraft draft) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("relItemId", fingerprint(draft.outerProductCode()));
        parameters.put(Names.REMARK, draft.outerProductCode());
        parameters.put(Names.TITLE, draft.title());
        parameters.put("details", draft.description());
        parameters.put("imageUrls", draft.pictures().stream().map(String::valueOf).toList());
        parameters.put("categoryId", draft.category());
        parameters.put("itemPropValues", draft.attributes());
        parameters.put(Names.SKUS, draft.skus().stream().map(Items::described).toList());
        return parameters;
    }

    private static Map<String, Object> described(ListingDraft.Sku sku) {
        return Map.of("relSkuId", fingerprint(sku.outerSkuCode()), Names.SKU_CODE, sku.outerSkuCode(),
            Names.SKU_NAME, sku.name(), Names.PRICE, sku.priceMinor(), Names.STOCK, sku.stock());
    }

    Outcome show(String productId, boolean onSale) {
        return Facts.CODES.outcome(gateway.write("open.item.shelf.status.update",
            Map.of(Names.OUR_ITEM, Gateway.number(productId), "shelfStatus", onSale ? 1 : 0)));
    }

    Outcome price(PriceUpdate update) {
        return Facts.CODES.outcome(gateway.write("open.item.sku.price.update", Map.of(
            Names.OUR_ITEM, Gateway.number(update.externalProductId()),
            "skuId", Gateway.number(update.externalSkuId()),
            "price", update.priceMinor())));
    }

    Optional<Listing> find(String productId) {
        var envelope = gateway.ask("open.item.get", Map.of(Names.OUR_ITEM, Gateway.number(productId)));
        return missing(envelope) ? Optional.empty() : Optional.of(listing(Facts.CODES.data(envelope)));
    }

    private static boolean missing(Envelope envelope) {
        return envelope.code().equals(Facts.NO_ITEM);
    }

    /** Pages are numbered from one. */
    ListingPage all(@Nullable String cursor) {
        var page = cursor == null ? 1 : Integer.parseInt(cursor);
        var data = gateway.read("open.item.list.get", Map.of("pageNumber", page, "pageSize", Facts.ITEM_PAGE));
        var found = new ArrayList<Listing>();
        data.path(Names.ITEMS).forEach(item -> found.add(listing(item)));
        return new ListingPage(found, found.size() < Facts.ITEM_PAGE ? null : String.valueOf(page + 1));
    }

    private static Listing listing(JsonNode item) {
        var shelf = item.path(Names.SHELF).asInt(-1);
        var audit = item.path(Names.AUDIT).asInt(-1);
        var reason = Json.text(item, Names.AUDIT_REASON);
        var skus = new ArrayList<Listing.Sku>();
        for (var sku : item.path(Names.SKUS)) {
            skus.add(new Listing.Sku(Json.text(sku, Names.OUR_SKU), Json.textOrNull(sku, Names.SKU_CODE),
                Json.text(sku, Names.SKU_NAME), sku.path(Names.PRICE).asLong(0), sku.path(Names.STOCK).asLong(0)));
        }
        return new Listing(Json.text(item, Names.OUR_ITEM), Json.textOrNull(item, Names.REMARK), Json.text(item, Names.TITLE),
            Statuses.item(shelf, audit), shelf + "/" + audit, reason.isEmpty() ? List.of() : List.of(reason), skus);
    }
}
