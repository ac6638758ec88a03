package io.wanqu.connectors.xianyu;

import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.listing.Listing;
import io.wanqu.connector.listing.ListingDraft;
import io.wanqu.connector.listing.ListingPage;
import io.wanqu.connector.listing.PublishOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes products, brings them up to date, puts them up, takes them down and reads them back. */
final class Products {

    private static final String LIST = "/api/open/product/list";

    private final Gateway gateway;

    Products(Gateway gateway) {
        this.gateway = gateway;
    }

    /** A draft without an id may have been sent before and its answer lost, so our code is looked for first. */
    PublishOutcome publish(ListingDraft draft, @Nullable String externalProductId) {
        var known = externalProductId == null ? byCode(draft.outerProductCode()) : externalProductId;
        var parameters = parameters(draft);
        if (known != null) {
            parameters.put("product_id", Long.parseLong(known));
        }
        var envelope = gateway.call(known == null ? "/api/open/product/create" : "/api/open/product/edit", parameters);
        if (!envelope.ok()) {
            envelope.throwIfPassing();
            return PublishOutcome.rejected(String.valueOf(envelope.code()), envelope.message());
        }
        return published(known == null ? envelope.data().path("product_id").asString("") : known);
    }

    private PublishOutcome published(String id) {
        var listing = find(id).orElseThrow(() ->
            ConnectorException.unreachable("xianyu: product " + id + " was written and cannot be read yet", null));
        var skus = new HashMap<String, String>();
        for (var sku : listing.skus()) {
            var code = sku.outerSkuCode();
            if (code != null) {
                skus.put(code, sku.externalSkuId());
            }
        }
        return new PublishOutcome.Published(id, skus, listing.state());
    }

    /** The platform finds no product by the seller's code, so the list is gone through. */
    private @Nullable String byCode(String code) {
        var page = 1L;
        while (true) {
            var data = page(page);
            for (var node : data.path("list")) {
                if (node.path("outer_id").asString("").equals(code)) {
                    return node.path("product_id").asString("");
                }
            }
            if (page * Facts.PAGE_SIZE >= data.path("count").asLong(0)) {
                return null;
            }
            page++;
        }
    }

    private Map<String, Object> parameters(ListingDraft draft) {
        var skus = draft.skus();
        var parameters = new LinkedHashMap<String, Object>(draft.attributes());
        parameters.put("item_biz_type", Facts.ITEM_BIZ_TYPE);
        parameters.put("sp_biz_type", Facts.SP_BIZ_TYPE);
        parameters.put("channel_cat_id", draft.category());
        parameters.put("outer_id", draft.outerProductCode());
        parameters.put("express_fee", 0);
        parameters.put("price", skus.stream().mapToLong(ListingDraft.Sku::priceMinor).min().orElseThrow());
        parameters.put("stock", skus.stream().mapToLong(ListingDraft.Sku::stock).sum());
        parameters.put("sku_items", skus.stream().map(sku -> Map.of("price", sku.priceMinor(), "stock", sku.stock(),
            "outer_id", sku.outerSkuCode(), "sku_text", "规格:" + sku.name())).toList());
        parameters.put("publish_shop", List.of(Map.of(
            "user_name", gateway.app().more(Facts.USER_NAME).reveal(),
            "title", draft.title(),
            "content", draft.description(),
            "images", draft.pictures().stream().map(String::valueOf).toList())));
        return parameters;
    }

    Outcome show(String id, boolean onSale) {
        var product = Long.parseLong(id);
        return onSale
            ? gateway.call("/api/open/product/publish", Map.of("product_id", product,
                "user_name", List.of(gateway.app().more(Facts.USER_NAME).reveal()))).outcome()
            : gateway.call("/api/open/product/downShelf", Map.of("product_id", product)).outcome();
    }

    Optional<Listing> find(String id) {
        var envelope = gateway.call("/api/open/product/detail", Map.of("product_id", Long.parseLong(id)));
        if (envelope.notFound()) {
            return Optional.empty();
        }
        if (!envelope.ok()) {
            throw envelope.trouble();
        }
        var node = envelope.data();
        return Optional.of(listing(node, node.path("publish_shop").path(0).path("title").asString(""), node.path("sku_items")));
    }

    ListingPage all(@Nullable String cursor) {
        var page = cursor == null ? 1 : Long.parseLong(cursor);
        var data = page(page);
        var products = new ArrayList<JsonNode>();
        data.path("list").forEach(products::add);
        var next = page * Facts.PAGE_SIZE < data.path("count").asLong(0) ? String.valueOf(page + 1) : null;
        if (products.isEmpty()) {
            return new ListingPage(List.of(), next);
        }
        var skus = skus(products);
        return new ListingPage(products.stream().map(node -> listing(node, node.path("title").asString(""),
            skus.getOrDefault(node.path("product_id").asString(""), node.path("sku_items")))).toList(), next);
    }

    private JsonNode page(long page) {
        return gateway.data(LIST, Map.of("page_no", page, "page_size", Facts.PAGE_SIZE));
    }

    private Map<String, JsonNode> skus(List<JsonNode> products) {
        var ids = products.stream().map(node -> node.path("product_id").asLong(0)).toList();
        var skus = new HashMap<String, JsonNode>();
        for (var each : gateway.data("/api/open/product/sku/list", Map.of("product_id", ids)).path("list")) {
            skus.put(each.path("product_id").asString(""), each.path("sku_items"));
        }
        return skus;
    }

    private static Listing listing(JsonNode node, String title, JsonNode items) {
        var status = node.path("product_status").asInt(0);
        var skus = new ArrayList<Listing.Sku>();
        items.forEach(sku -> skus.add(new Listing.Sku(sku.path("sku_id").asString(""), Json.textOrNull(sku, "outer_id"),
            sku.path("sku_text").asString(""), sku.path("price").asLong(0), sku.path("stock").asLong(0))));
        return new Listing(node.path("product_id").asString(""), Json.textOrNull(node, "outer_id"), title,
            Statuses.product(status), String.valueOf(status), List.of(), skus);
    }
}
