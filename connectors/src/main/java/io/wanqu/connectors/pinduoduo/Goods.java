package io.wanqu.connectors.pinduoduo;

import io.wanqu.connector.Outcome;
import io.wanqu.connector.listing.Listing;
import io.wanqu.connector.listing.Listing.State;
import io.wanqu.connector.listing.ListingDraft;
import io.wanqu.connector.listing.ListingPage;
import io.wanqu.connector.listing.PriceUpdate;
import io.wanqu.connector.listing.PublishOutcome;
import io.wanqu.connectors.wire.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes, changes, shows and reads goods. Taken from the public reference and unverified against a live shop, which may
 * ask for more, such as its own specifications and pictures that were uploaded to it; a draft's attributes are passed on.
 */
final class Goods {

    /** The smallest page, for each row is read again by its number. */
    private static final int PAGE_SIZE = 20;

    private final Router router;

    Goods(Router router) {
        this.router = router;
    }

    PublishOutcome publish(ListingDraft draft, @Nullable String goodsId) {
        var known = goodsId != null ? goodsId : numberOf(draft.outerProductCode());
        var parameters = parameters(draft, known == null ? Map.of() : skuIds(known));
        var type = "pdd.goods.add";
        if (known != null) {
            parameters.put("goods_id", known);
            type = "pdd.goods.information.update";
        }
        var envelope = router.ask(type, parameters);
        if (!envelope.ok()) {
            return rejected(envelope);
        }
        var number = known != null ? known : Json.text(envelope.result(), "goods_id");
        return find(number).<PublishOutcome>map(Goods::published)
            .orElseGet(() -> new PublishOutcome.Published(number, Map.of(), State.IN_REVIEW));
    }

    private static PublishOutcome published(Listing listing) {
        var ids = new HashMap<String, String>();
        for (var sku : listing.skus()) {
            if (sku.outerSkuCode() != null) {
                ids.put(sku.outerSkuCode(), sku.externalSkuId());
            }
        }
        return new PublishOutcome.Published(listing.externalProductId(), ids, listing.state());
    }

    private static PublishOutcome rejected(Envelope envelope) {
        var trouble = envelope.trouble();
        if (trouble.retryable() || trouble.needsAuthorisation()) {
            throw trouble;
        }
        return PublishOutcome.rejected(envelope.fullCode(), envelope.message());
    }

    private static Map<String, Object> parameters(ListingDraft draft, Map<String, String> skuIds) {
        var parameters = new LinkedHashMap<String, Object>(draft.attributes());
        parameters.put("goods_name", draft.title());
        parameters.put("goods_desc", draft.description());
        parameters.put("goods_type", Facts.GOODS_TYPE_COUPON);
        parameters.put("cat_id", draft.category());
        parameters.put("out_goods_id", draft.outerProductCode());
        parameters.put("carousel_gallery", draft.pictures().stream().map(URI::toString).toList());
        parameters.put("sku_list", draft.skus().stream().map(sku -> sku(sku, skuIds.get(sku.outerSkuCode()))).toList());
        return parameters;
    }

    private static Map<String, Object> sku(ListingDraft.Sku sku, @Nullable String id) {
        var node = new LinkedHashMap<String, Object>();
        if (id != null) {
            node.put("sku_id", id);
        }
        node.put("out_sku_sn", sku.outerSkuCode());
        node.put("spec", sku.name());
        node.put("multi_price", sku.priceMinor());
        node.put("price", sku.priceMinor() + Facts.ALONE_EXTRA);
        node.put("quantity", sku.stock());
        node.put("is_onsale", 1);
        return node;
    }

    private Map<String, String> skuIds(String goodsId) {
        var found = find(goodsId);
        return found.isPresent() && published(found.get()) instanceof PublishOutcome.Published known
            ? known.skuIds() : Map.of();
    }

    /** So that a draft whose answer was lost makes no second offer. */
    private @Nullable String numberOf(String outerCode) {
        var rows = router.result("pdd.goods.list.get",
            Map.of("outer_goods_id", outerCode, "page", 1, "page_size", PAGE_SIZE)).path("goods_list");
        for (var row : rows) {
            if (outerCode.equals(Json.text(row, "outer_goods_id"))) {
                return Json.text(row, "goods_id");
            }
        }
        return null;
    }

    Outcome show(String goodsId, boolean onSale) {
        return router.done("pdd.goods.sale.status.set", Map.of("goods_id", goodsId, "is_onsale", onSale ? 1 : 0));
    }

    Outcome price(PriceUpdate update) {
        return router.done("pdd.goods.sku.price.update", Map.of("goods_id", update.externalProductId(),
            "sku_price_list", List.of(Map.of("sku_id", update.externalSkuId(), "group_price", update.priceMinor(),
                "single_price", update.priceMinor() + Facts.ALONE_EXTRA))));
    }

    /** The list tells no prices, so each of its rows is read by its number. */
    ListingPage page(@Nullable String cursor) {
        var number = cursor == null ? 1 : Integer.parseInt(cursor);
        var result = router.result("pdd.goods.list.get", Map.of("page", number, "page_size", PAGE_SIZE));
        var listings = new ArrayList<Listing>();
        result.path("goods_list").forEach(row -> find(Json.text(row, "goods_id")).ifPresent(listings::add));
        var more = result.path(Names.TOTAL).asLong(0) > (long) number * PAGE_SIZE;
        return new ListingPage(listings, more ? String.valueOf(number + 1) : null);
    }

    Optional<Listing> find(String goodsId) {
        var envelope = router.ask("pdd.goods.detail.get", Map.of("goods_id", goodsId));
        if (Facts.NOT_FOUND_CODES.contains(envelope.code())) {
            return Optional.empty();
        }
        if (!envelope.ok()) {
            throw envelope.trouble();
        }
        return Optional.of(listing(envelope.result()));
    }

    private static Listing listing(JsonNode node) {
        var skus = new ArrayList<Listing.Sku>();
        node.path("sku_list").forEach(sku -> skus.add(new Listing.Sku(Json.text(sku, "sku_id"),
            Json.textOrNull(sku, "out_sku_sn"), Json.text(sku, "spec"), sku.path("multi_price").asLong(0),
            sku.path("quantity").asLong(0))));
        var status = node.path("status").asInt(-1);
        return new Listing(Json.text(node, "goods_id"), Json.textOrNull(node, "outer_goods_id"),
            Json.text(node, "goods_name"), state(status), String.valueOf(status), List.of(), skus);
    }

    static State state(int status) {
        return switch (status) {
            case 1 -> State.ON_SALE;
            // Taken down, or sold out.
            case 2, 3 -> State.OFF_SALE;
            case 4 -> State.REMOVED;
            case 5 -> State.IN_REVIEW;
            case 6 -> State.REJECTED;
            default -> State.UNKNOWN;
        };
    }
}
