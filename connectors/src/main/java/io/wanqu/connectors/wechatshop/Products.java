package io.wanqu.connectors.wechatshop;

import io.wanqu.connector.Outcome;
import io.wanqu.connector.listing.Listing;
import io.wanqu.connector.listing.ListingDraft;
import io.wanqu.connector.listing.ListingPage;
import io.wanqu.connector.listing.PriceUpdate;
import io.wanqu.connector.listing.PublishOutcome;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Offers;
import io.wanqu.connectors.wire.Together;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The shop's products. A new one is a draft until it is put up, and then it waits for the platform's review. */
final class Products {

    private final Gateway gateway;

    Products(Gateway gateway) {
        this.gateway = gateway;
    }

    PublishOutcome publish(ListingDraft draft, @Nullable String productId) {
        var known = productId != null ? productId : existing(draft.outerProductCode());
        var parameters = described(draft);
        if (known != null) {
            parameters.put(Names.PRODUCT_ID, known);
        }
        var envelope = gateway.call(known == null ? "/channels/ec/product/add" : "/channels/ec/product/update", parameters);
        if (!envelope.ok()) {
            Facts.CODES.throwIfPassing(envelope);
            return PublishOutcome.rejected(envelope.code(), envelope.message());
        }
        return Offers.published(find(known == null ? Json.text(envelope.data().path("data"), Names.PRODUCT_ID) : known), Facts.NO_PRODUCT);
    }

    /** A first answer may have been lost, and the platform finds nothing by our code: all products are looked through. */
    private @Nullable String existing(String code) {
        var page = all(null);
        while (true) {
            for (var listing : page.listings()) {
                if (code.equals(listing.outerProductCode())) {
                    return listing.externalProductId();
                }
            }
            if (page.next() == null) {
                return null;
            }
            page = all(page.next());
        }
    }

    private static LinkedHashMap<String, Object> described(ListingDraft draft) {
        var pictures = draft.pictures().stream().map(String::valueOf).toList();
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put(Names.OUTER_PRODUCT, draft.outerProductCode());
        parameters.put(Names.TITLE, draft.title());
        parameters.put("head_imgs", pictures);
        parameters.put("deliver_method", Facts.NO_PARCEL);
        parameters.put("desc_info", Map.of("desc", draft.description(), "imgs", pictures));
        parameters.put("cats", List.of(Map.of("cat_id", draft.category())));
        parameters.put("attrs", draft.attributes().entrySet().stream()
            .map(each -> Map.of("attr_key", each.getKey(), "attr_value", each.getValue())).toList());
        parameters.put(Names.SKUS, draft.skus().stream().map(Products::described).toList());
        return parameters;
    }

    private static Map<String, Object> described(ListingDraft.Sku sku) {
        return Map.of(Names.OUTER_SKU, sku.outerSkuCode(), Names.SKU_CODE, sku.outerSkuCode(),
            Names.SALE_PRICE, sku.priceMinor(), Names.STOCK, sku.stock(),
            "sku_attrs", List.of(Map.of("attr_key", "规格", "attr_value", sku.name())));
    }

    Outcome show(String productId, boolean onSale) {
        return Facts.CODES.outcome(gateway.call("/channels/ec/product/" + (onSale ? "listing" : "delisting"),
            Map.of(Names.PRODUCT_ID, productId)));
    }

    /** Unverified: prices may change without another review. */
    Outcome price(PriceUpdate update) {
        return Facts.CODES.outcome(gateway.call("/channels/ec/product/auditfree", Map.of(
            Names.PRODUCT_ID, update.externalProductId(),
            Names.SKUS, List.of(Map.of(Names.SKU_ID, update.externalSkuId(), Names.SALE_PRICE, update.priceMinor())))));
    }

    Optional<Listing> find(String productId) {
        var envelope = gateway.call("/channels/ec/product/get",
            Map.of(Names.PRODUCT_ID, productId, "data_type", Facts.ONLINE_AND_DRAFT));
        return envelope.code().equals(Facts.NO_PRODUCT) ? Optional.empty()
            : Optional.of(listing(Facts.CODES.data(envelope)));
    }

    ListingPage all(@Nullable String cursor) {
        var parameters = new HashMap<String, Object>(Map.of("page_size", Facts.PRODUCT_PAGE));
        if (cursor != null) {
            parameters.put(Names.NEXT, cursor);
        }
        var data = gateway.data("/channels/ec/product/list/get", parameters);
        var ids = Orders.texts(data.path(Names.PRODUCT_IDS));
        var found = Together.each(ids, this::find).stream().flatMap(Optional::stream).toList();
        return new ListingPage(found, ids.size() < Facts.PRODUCT_PAGE ? null : Json.textOrNull(data, Names.NEXT));
    }

    /** What is being edited is newer than what is on sale; a product never put up has the draft only. */
    private static Listing listing(JsonNode data) {
        var draft = data.path(Names.DRAFT);
        var product = data.path(Names.PRODUCT).isObject() ? data.path(Names.PRODUCT) : draft;
        var status = product.path(Names.STATUS).asInt(-1);
        var edit = draft.isObject() ? draft.path(Names.EDIT_STATUS).asInt(-1) : product.path(Names.EDIT_STATUS).asInt(-1);
        var reason = Json.text(draft.path(Names.AUDIT), Names.REJECT_REASON);
        var skus = new ArrayList<Listing.Sku>();
        for (var sku : product.path(Names.SKUS)) {
            skus.add(new Listing.Sku(Json.text(sku, Names.SKU_ID), Json.textOrNull(sku, Names.OUTER_SKU),
                Json.text(sku.path("sku_attrs").path(0), "attr_value"), sku.path(Names.SALE_PRICE).asLong(0),
                sku.path(Names.STOCK).asLong(0)));
        }
        return new Listing(Json.text(product, Names.PRODUCT_ID), Json.textOrNull(product, Names.OUTER_PRODUCT),
            Json.text(product, Names.TITLE), Statuses.product(status, edit), status + "/" + edit,
            reason.isEmpty() ? List.of() : List.of(reason), skus);
    }
}
