package io.wanqu.simulators.xianyu;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Listing;
import io.wanqu.simulators.market.Listing.Status;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Sku;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Products of a shop: made here, published to the shop, edited, taken down; stock and prices by themselves. */
final class Products {

    private static final int PAGE_MAX = 100;
    private static final int TITLE_MAX = 60;
    private static final int CONTENT_MIN = 5;

    private final Market market;

    Products(Market market) {
        this.market = market;
    }

    void offer(Gateway gateway) {
        gateway.offer("/api/open/product/create", this::create);
        gateway.offer("/api/open/product/edit", this::edit);
        gateway.offer("/api/open/product/publish", this::publish);
        gateway.offer("/api/open/product/downShelf", this::takeDown);
        gateway.offer("/api/open/product/edit/stock", Products::stock);
        gateway.offer("/api/open/product/detail", (shop, parameters) -> whole(product(shop, parameters)));
        gateway.offer("/api/open/product/list", Products::list);
        gateway.offer("/api/open/product/sku/list", Products::skus);
    }

    private JsonNode create(Shop shop, JsonNode parameters) {
        for (var name : new String[] {"item_biz_type", "sp_biz_type", "channel_cat_id", "price", "express_fee", "stock"}) {
            if (!parameters.has(name)) {
                throw new Refusal(Refusal.PARAMETER, name + " is missing");
            }
        }
        var text = text(parameters);
        refuseIfDisliked(shop);
        var listing = market.list(shop, text, Status.DRAFT);
        offerSkus(listing, parameters);
        return Json.object().put("product_id", listing.id()).put("product_status", Statuses.product(listing));
    }

    private JsonNode edit(Shop shop, JsonNode parameters) {
        var listing = product(shop, parameters);
        var text = text(parameters);
        refuseIfDisliked(shop);
        listing.describe(text);
        offerSkus(listing, parameters);
        return Json.object().put("product_id", listing.id()).put("product_status", Statuses.product(listing));
    }

    private static void refuseIfDisliked(Shop shop) {
        shop.listings().rejection().ifPresent(reason -> {
            throw new Refusal(Refusal.BUSINESS, reason);
        });
    }

    private static Listing.Text text(JsonNode parameters) {
        var shop = parameters.path("publish_shop").path(0);
        var title = shop.path("title").asString("");
        var content = shop.path("content").asString("");
        if (title.isEmpty() || title.codePoints().map(each -> each < 128 ? 1 : 2).sum() > TITLE_MAX
            || content.length() < CONTENT_MIN || shop.path("images").isEmpty() || shop.path("user_name").asString("").isEmpty()) {
            throw new Refusal(Refusal.PARAMETER, "publish_shop is not complete");
        }
        var pictures = new ArrayList<String>();
        shop.path("images").forEach(each -> pictures.add(each.asString("")));
        return new Listing.Text(parameters.path("outer_id").asString(""), title, content, pictures,
            parameters.path("channel_cat_id").asString(""), Json.object());
    }

    private void offerSkus(Listing listing, JsonNode parameters) {
        for (var each : parameters.path("sku_items")) {
            var code = each.path("outer_id").asString("");
            listing.skus().stream().filter(sku -> sku.code().equals(code)).findFirst().ifPresentOrElse(
                sku -> change(sku, each),
                () -> market.offer(listing, code, each.path("price").asLong(0), each.path("stock").asLong(0)));
        }
    }

    private static void change(Sku sku, JsonNode wanted) {
        if (wanted.has("price")) {
            sku.price(wanted.path("price").asLong(0));
        }
        if (wanted.has("stock")) {
            sku.set(wanted.path("stock").asLong(0));
        }
    }

    private JsonNode publish(Shop shop, JsonNode parameters) {
        if (parameters.path("user_name").isEmpty()) {
            throw new Refusal(Refusal.PARAMETER, "user_name is missing");
        }
        shop.listings().offer(product(shop, parameters), market.clock().seconds());
        return Json.object();
    }

    private JsonNode takeDown(Shop shop, JsonNode parameters) {
        shop.listings().move(product(shop, parameters), Status.OFF_SHELF, market.clock().seconds());
        return Json.object();
    }

    private static JsonNode stock(Shop shop, JsonNode parameters) {
        var listing = product(shop, parameters);
        if (!parameters.has("sku_items")) {
            change(listing.skus().getFirst(), parameters);
            return Json.object();
        }
        for (var each : parameters.path("sku_items")) {
            if (each.path("stock").asLong(0) < 0 || sku(listing, each.path("sku_id").asLong(0)) == null) {
                throw new Refusal(Refusal.PARAMETER, "no such sku, or a stock below zero");
            }
        }
        for (var each : parameters.path("sku_items")) {
            var sku = sku(listing, each.path("sku_id").asLong(0));
            if (sku != null) {
                change(sku, each);
            }
        }
        return Json.object();
    }

    private static @Nullable Sku sku(Listing listing, long id) {
        return listing.skus().stream().filter(each -> each.id() == id).findFirst().orElse(null);
    }

    private static JsonNode list(Shop shop, JsonNode parameters) {
        var page = parameters.path("page_no").asLong(1);
        var size = parameters.path("page_size").asLong(PAGE_MAX);
        if (page < 1 || size < 1 || size > PAGE_MAX) {
            throw new Refusal(Refusal.PARAMETER, "page out of range");
        }
        var all = List.copyOf(shop.listings().all());
        var answer = Json.object().put("count", all.size()).put("page_no", page).put("page_size", size);
        var list = answer.putArray("list");
        all.stream().skip((page - 1) * size).limit(size).forEach(each -> list.add(told(each)));
        return answer;
    }

    private static JsonNode skus(Shop shop, JsonNode parameters) {
        var answer = Json.object();
        var list = answer.putArray("list");
        for (var id : parameters.path("product_id")) {
            var listing = shop.listings().find(id.asLong(0));
            if (listing != null) {
                list.addObject().put("product_id", listing.id()).set("sku_items", items(listing));
            }
        }
        return answer;
    }

    private static Listing product(Shop shop, JsonNode parameters) {
        var listing = shop.listings().find(parameters.path("product_id").asLong(0));
        if (listing == null) {
            throw new Refusal(Refusal.NOT_FOUND, "no such product");
        }
        return listing;
    }

    private static ObjectNode told(Listing listing) {
        return Json.object()
            .put("product_id", listing.id())
            .put("product_status", Statuses.product(listing))
            .put("outer_id", listing.text().outerCode())
            .put("title", listing.text().title())
            .put("spec_type", 2)
            .put("update_time", listing.updatedAt());
    }

    private static ObjectNode whole(Listing listing) {
        var node = told(listing).without("title");
        var shop = node.putArray("publish_shop").addObject()
            .put("title", listing.text().title()).put("content", listing.text().description());
        listing.text().pictures().forEach(shop.putArray("images")::add);
        return node.set("sku_items", items(listing));
    }

    private static ArrayNode items(Listing listing) {
        var items = Json.array();
        listing.skus().forEach(sku -> items.addObject()
            .put("sku_id", sku.id())
            .put("outer_id", sku.code())
            .put("sku_text", "")
            .put("price", sku.priceFen())
            .put("stock", sku.stock()));
        return items;
    }
}
