package io.wanqu.connectors.taobao;

import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.listing.Listing;
import io.wanqu.connector.listing.ListingDraft;
import io.wanqu.connector.listing.ListingPage;
import io.wanqu.connector.listing.PriceUpdate;
import io.wanqu.connector.listing.PublishOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes items, brings them up to date, puts them up, takes them down and reads them back. */
final class Items {

    private static final int PAGE = 20;
    private static final String ON_SALE = "taobao.items.onsale.get";
    private static final String IN_STOCK = "taobao.items.inventory.get";

    private final Gateway gateway;

    Items(Gateway gateway) {
        this.gateway = gateway;
    }

    /** A draft without an id may have been sent before and its answer lost, so the platform is asked for our code first. */
    PublishOutcome publish(ListingDraft draft, @Nullable String externalProductId) {
        var known = externalProductId == null ? byCode(draft.outerProductCode()) : externalProductId;
        var parameters = parameters(draft);
        if (known == null) {
            parameters.put("approve_status", "instock");
        } else {
            parameters.put("num_iid", known);
        }
        var envelope = gateway.call(known == null ? Facts.ITEM_ADD : Facts.ITEM_UPDATE, parameters);
        if (!envelope.ok()) {
            envelope.throwIfPassing();
            return PublishOutcome.rejected(envelope.fullCode(), envelope.message());
        }
        return published(known == null ? envelope.body().path("item").path("num_iid").asString("") : known);
    }

    private PublishOutcome published(String id) {
        var listing = find(id).orElseThrow(() -> ConnectorException.unreachable(
            "taobao: item " + id + " was written and cannot be read yet", null));
        var skus = new HashMap<String, String>();
        for (var sku : listing.skus()) {
            var code = sku.outerSkuCode();
            if (code != null) {
                skus.put(code, sku.externalSkuId());
            }
        }
        return new PublishOutcome.Published(id, skus, listing.state());
    }

    private @Nullable String byCode(String code) {
        var data = gateway.data(Facts.ITEMS_BY_CODE, Map.of("outer_id", code, "fields", "num_iid,outer_id"));
        return Pages.rows(data, "items", "item").stream()
            .filter(item -> item.path("outer_id").asString("").equals(code))
            .map(item -> item.path("num_iid").asString("")).findFirst().orElse(null);
    }

    private static Map<String, String> parameters(ListingDraft draft) {
        var skus = draft.skus();
        var parameters = new HashMap<>(draft.attributes());
        parameters.put("title", draft.title());
        parameters.put("desc", draft.description());
        parameters.put("outer_id", draft.outerProductCode());
        parameters.put("cid", draft.category());
        parameters.put("type", "fixed");
        parameters.put("stuff_status", "new");
        parameters.put("num", String.valueOf(skus.stream().mapToLong(ListingDraft.Sku::stock).sum()));
        parameters.put("price", Values.yuan(skus.stream().mapToLong(ListingDraft.Sku::priceMinor).min().orElseThrow()));
        if (!draft.pictures().isEmpty()) {
            parameters.put("pic_path", draft.pictures().getFirst().toString());
        }
        parameters.put("sku_outer_ids", joined(skus, ListingDraft.Sku::outerSkuCode));
        parameters.put("sku_prices", joined(skus, sku -> Values.yuan(sku.priceMinor())));
        parameters.put("sku_quantities", joined(skus, sku -> String.valueOf(sku.stock())));
        parameters.put("sku_properties", numbered(skus, at -> Facts.SKU_PROPERTY + ":-" + (at + 1), ","));
        parameters.put("input_custom_cpv",
            numbered(skus, at -> Facts.SKU_PROPERTY + ":-" + (at + 1) + ":" + skus.get(at).name(), ";"));
        return parameters;
    }

    private static String joined(List<ListingDraft.Sku> skus, Function<ListingDraft.Sku, String> text) {
        return skus.stream().map(text).collect(Collectors.joining(","));
    }

    private static String numbered(List<ListingDraft.Sku> skus, IntFunction<String> text, String by) {
        return IntStream.range(0, skus.size()).mapToObj(text).collect(Collectors.joining(by));
    }

    Outcome show(String id, boolean onSale) {
        if (!onSale) {
            return gateway.call(Facts.ITEM_DOWN, Map.of("num_iid", id)).outcome();
        }
        var stock = find(id).stream().flatMap(listing -> listing.skus().stream()).mapToLong(Listing.Sku::stock).sum();
        return gateway.call(Facts.ITEM_UP, Map.of("num_iid", id, "num", String.valueOf(stock))).outcome();
    }

    /** A SKU's price is set by its properties, which only the item tells. */
    Outcome price(PriceUpdate update) {
        var envelope = item(update.externalProductId());
        if (!envelope.ok()) {
            return envelope.outcome();
        }
        for (var sku : Pages.rows(envelope.body().path("item"), "skus", "sku")) {
            if (sku.path("sku_id").asString("").equals(update.externalSkuId())) {
                return gateway.call(Facts.SKU_PRICE, Map.of("num_iid", update.externalProductId(),
                    "properties", sku.path("properties").asString(""),
                    "price", Values.yuan(update.priceMinor()))).outcome();
            }
        }
        return new Outcome.Refused("sku-not-exist", "the item has no such SKU");
    }

    Optional<Listing> find(String id) {
        var envelope = item(id);
        if (envelope.notFound()) {
            return Optional.empty();
        }
        if (!envelope.ok()) {
            throw envelope.trouble();
        }
        return Optional.of(listing(envelope.body().path("item")));
    }

    private Envelope item(String id) {
        return gateway.call(Facts.ITEM_READ, Map.of("num_iid", id, "fields", Facts.ITEM_FIELDS));
    }

    /** First what is on sale, then what is not; SKUs are asked for by the page. */
    ListingPage all(@Nullable String cursor) {
        var onSale = cursor == null || cursor.startsWith("s");
        var page = cursor == null ? 1 : Long.parseLong(cursor.substring(1));
        var data = gateway.data(onSale ? ON_SALE : IN_STOCK, Map.of("fields", "num_iid",
            "page_no", String.valueOf(page), "page_size", String.valueOf(PAGE)));
        var ids = Pages.rows(data, "items", "item").stream().map(item -> item.path("num_iid").asString("")).toList();
        var more = page * PAGE < data.path("total_results").asLong(0);
        var next = more ? (onSale ? "s" : "w") + (page + 1) : onSale ? "w1" : null;
        return new ListingPage(ids.isEmpty() ? List.of() : listings(ids), next);
    }

    private List<Listing> listings(List<String> ids) {
        var data = gateway.data(Facts.ITEMS_READ, Map.of("num_iids", String.join(",", ids), "fields", Facts.ITEM_FIELDS));
        return Pages.rows(data, "items", "item").stream().map(Items::listing).toList();
    }

    private static Listing listing(JsonNode item) {
        var status = item.path("approve_status").asString("");
        return new Listing(
            item.path("num_iid").asString(""),
            Values.textOrNull(item, "outer_id"),
            item.path("title").asString(""),
            Statuses.item(status),
            status,
            List.of(),
            Pages.rows(item, "skus", "sku").reversed().stream().map(sku -> new Listing.Sku(
                sku.path("sku_id").asString(""), Values.textOrNull(sku, "outer_id"),
                sku.path("properties_name").asString(""), Values.fen(sku, "price"),
                sku.path("quantity").asLong(0))).toList());
    }
}
