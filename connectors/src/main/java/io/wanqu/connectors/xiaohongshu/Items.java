package io.wanqu.connectors.xiaohongshu;

import io.wanqu.connector.Outcome;
import io.wanqu.connector.listing.Listing;
import io.wanqu.connector.listing.ListingDraft;
import io.wanqu.connector.listing.ListingPage;
import io.wanqu.connector.listing.PriceUpdate;
import io.wanqu.connector.listing.PublishOutcome;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Offers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The shop's items, which go on and off sale SKU by SKU. Most of what is said here of their members is unverified. */
final class Items {

    private final Gateway gateway;

    Items(Gateway gateway) {
        this.gateway = gateway;
    }

    PublishOutcome publish(ListingDraft draft, @Nullable String productId) {
        var known = productId != null ? productId : existing(draft.outerProductCode());
        var parameters = described(draft);
        if (known != null) {
            parameters.put("id", known);
        }
        var envelope = gateway.call(known == null ? "product.createItemAndSku" : "product.updateItemAndSku", parameters);
        if (!envelope.ok()) {
            Facts.CODES.throwIfPassing(envelope);
            return PublishOutcome.rejected(envelope.code(), envelope.message());
        }
        return Offers.published(find(known == null ? Json.text(envelope.data(), Names.SKU_ITEM) : known), Facts.NO_ITEM);
    }

    /** A first answer may have been lost: the same draft is found again by its article number. */
    private @Nullable String existing(String code) {
        var data = gateway.data("product.searchItemList", Map.of("pageNo", 1, "pageSize", Facts.ITEM_PAGE,
            "searchParam", Map.of("keywords", List.of(code))));
        for (var item : data.path(Names.ITEMS)) {
            if (Json.text(item, Names.ITEM_CODE).equals(code)) {
                return Json.text(item, Names.ITEM_ID);
            }
        }
        return null;
    }

    private static LinkedHashMap<String, Object> described(ListingDraft draft) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put(Names.TITLE, draft.title());
        parameters.put(Names.ITEM_CODE, draft.outerProductCode());
        parameters.put("description", draft.description());
        parameters.put("categoryId", draft.category());
        parameters.put("images", draft.pictures().stream().map(String::valueOf).toList());
        parameters.put("attributes", draft.attributes().entrySet().stream()
            .map(each -> Map.of("propertyId", each.getKey(), "value", each.getValue())).toList());
        parameters.put("createSkuList", draft.skus().stream().map(Items::described).toList());
        return parameters;
    }

    private static Map<String, Object> described(ListingDraft.Sku sku) {
        return Map.of(Names.ITEM_SKU_CODE, sku.outerSkuCode(), Names.TITLE, sku.name(),
            Names.PRICE, sku.priceMinor(), Names.STOCK, sku.stock());
    }

    Outcome show(String productId, boolean onSale) {
        var listing = find(productId);
        if (listing.isEmpty()) {
            return new Outcome.Refused(Facts.NO_ITEM, "no such item");
        }
        for (var sku : listing.get().skus()) {
            var outcome = Facts.CODES.outcome(gateway.call("product.updateSkuAvailable",
                Map.of(Names.SKU, sku.externalSkuId(), "available", onSale)));
            if (!(outcome instanceof Outcome.Done)) {
                return outcome;
            }
        }
        return new Outcome.Done();
    }

    Outcome price(PriceUpdate update) {
        return Facts.CODES.outcome(gateway.call("product.updateSkuPrice",
            Map.of(Names.SKU, update.externalSkuId(), Names.PRICE, update.priceMinor())));
    }

    Optional<Listing> find(String productId) {
        var envelope = gateway.call("product.getItemInfo",
            Map.of(Names.SKU_ITEM, productId, "pageNo", 1, "pageSize", Facts.ITEM_PAGE));
        if (envelope.code().equals(Facts.NO_ITEM)) {
            return Optional.empty();
        }
        var data = Facts.CODES.data(envelope);
        return Optional.of(listing(data.path(Names.ITEM_INFO), data.path(Names.ITEM_SKUS)));
    }

    /** Newest first; the last item's number is where the next page begins, so that new items move nothing. */
    ListingPage all(@Nullable String cursor) {
        var data = gateway.data("product.searchItemList", Map.of("pageNo", 1, "pageSize", Facts.ITEM_PAGE,
            "searchParam", cursor == null ? Map.of() : Map.of("lastId", cursor)));
        var found = new ArrayList<Listing>();
        data.path(Names.ITEMS).forEach(item -> found.add(listing(item, item.path(Names.ITEM_SKUS))));
        return new ListingPage(found, found.size() < Facts.ITEM_PAGE ? null : found.getLast().externalProductId());
    }

    private static Listing listing(JsonNode item, JsonNode skus) {
        var buyable = item.path(Names.BUYABLE);
        var choices = new ArrayList<Listing.Sku>();
        for (var sku : skus) {
            choices.add(new Listing.Sku(Json.text(sku, Names.SKU_ID), Json.textOrNull(sku, Names.ITEM_SKU_CODE),
                Json.text(sku, Names.TITLE), sku.path(Names.PRICE).asLong(0), sku.path(Names.STOCK).asLong(0)));
        }
        var state = !buyable.isBoolean() ? Listing.State.UNKNOWN
            : buyable.asBoolean() ? Listing.State.ON_SALE : Listing.State.OFF_SALE;
        return new Listing(Json.text(item, Names.ITEM_ID), Json.textOrNull(item, Names.ITEM_CODE), Json.text(item, Names.TITLE),
            state, buyable.toString(), List.of(), choices);
    }
}
