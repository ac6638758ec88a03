package io.wanqu.simulators.xiaohongshu;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Refusal;
import io.wanqu.simulators.market.Listing;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Sku;
import java.util.ArrayList;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The shop's items, put up and taken down SKU by SKU, and their stock in the default warehouse. */
final class ItemApi {

    private static final int NO_ITEM = -4101;
    private static final int REJECTED = -4102;
    private static final int TOO_LITTLE = -4103;
    private static final String WAREHOUSE = "CPartner";

    private final Market market;

    ItemApi(Market market) {
        this.market = market;
    }

    void offer(Gateway gateway) {
        gateway.offer("product.createItemAndSku", this::create);
        gateway.offer("product.updateItemAndSku", this::update);
        gateway.offer("product.updateSkuAvailable", this::shelve);
        gateway.offer("product.updateSkuPrice", ItemApi::price);
        gateway.offer("product.getItemInfo", ItemApi::info);
        gateway.offer("product.searchItemList", ItemApi::search);
        gateway.offer("inventory.syncSkuStock", (shop, asked) -> set(shop, asked, asked.path("qty")));
        gateway.offer("inventory.incSkuStock", ItemApi::increase);
        gateway.offerNested("inventory.syncSkuStockV2", ItemApi::setByWarehouse);
        gateway.offerNested("inventory.getSkuStockV2", ItemApi::stock);
    }

    private JsonNode create(Shop shop, JsonNode asked) {
        shop.listings().rejection().ifPresent(reason -> {
            throw new Refusal(REJECTED, reason);
        });
        var listing = market.list(shop, text(asked), Listing.Status.DRAFT);
        shop.listings().move(listing, Listing.Status.OFF_SHELF, market.clock().seconds());
        choices(listing, asked);
        return Json.object().put("itemId", String.valueOf(listing.id()));
    }

    private JsonNode update(Shop shop, JsonNode asked) {
        var listing = item(shop, asked.path("id"));
        listing.describe(text(asked));
        choices(listing, asked);
        return Json.object().put("itemId", String.valueOf(listing.id()));
    }

    private void choices(Listing listing, JsonNode asked) {
        for (var each : asked.path("createSkuList")) {
            var code = each.path("erpCode").asString("");
            var price = each.path("price").asLong(0);
            var stock = each.path("stock").asLong(0);
            var known = listing.skus().stream().filter(sku -> sku.code().equals(code)).findFirst();
            if (known.isEmpty()) {
                market.offer(listing, code, price, stock);
            } else {
                known.get().price(price);
                known.get().set(stock);
            }
        }
    }

    private static Listing.Text text(JsonNode asked) {
        var pictures = new ArrayList<String>();
        asked.path("images").forEach(each -> pictures.add(each.asString("")));
        return new Listing.Text(asked.path("articleNo").asString(""), asked.path("name").asString(""),
            asked.path("description").asString(""), pictures, asked.path("categoryId").asString(""), Json.object());
    }

    private JsonNode shelve(Shop shop, JsonNode asked) {
        var listing = item(shop, sku(shop, asked).productId());
        var now = market.clock().seconds();
        shop.listings().move(listing, asked.path("available").asBoolean(false) ? Listing.Status.ON_SHELF
            : Listing.Status.OFF_SHELF, now);
        return Json.object();
    }

    private static JsonNode price(Shop shop, JsonNode asked) {
        sku(shop, asked).price(asked.path("price").asLong(0));
        return Json.object();
    }

    private static JsonNode info(Shop shop, JsonNode asked) {
        var item = render(item(shop, asked.path("itemId")));
        return Json.object().<ObjectNode>set("skuInfos", item.path("skuInfos")).set("itemInfo", item);
    }

    private static JsonNode search(Shop shop, JsonNode asked) {
        var wanted = asked.path("searchParam");
        var before = wanted.path("lastId").asLong(Long.MAX_VALUE);
        var keyword = wanted.path("keywords").path(0).asString("");
        var size = asked.path("pageSize").asInt(50);
        var answer = Json.object();
        var list = answer.putArray("itemDetailV3s");
        shop.listings().all().stream()
            .filter(each -> each.status() != Listing.Status.DELETED && each.id() < before)
            .filter(each -> keyword.isEmpty() || each.text().outerCode().equals(keyword))
            .sorted(Comparator.comparing(Listing::id).reversed())
            .skip((asked.path("pageNo").asInt(1) - 1L) * size).limit(size)
            .forEach(each -> list.add(render(each)));
        return answer;
    }

    private static JsonNode setByWarehouse(Shop shop, JsonNode asked) {
        var quantity = asked.path("qtyWithWhcode").path(WAREHOUSE);
        if (!quantity.isIntegralNumber() || quantity.asLong() < 0) {
            throw new Refusal(Gateway.BAD_PARAMETER, "no quantity for the default warehouse");
        }
        var answer = Json.object();
        var verdict = answer.putObject("response");
        var sku = found(shop, asked);
        if (sku == null) {
            verdict.put("success", false).put("code", NO_ITEM).put("msg", "no such sku");
        } else {
            sku.set(quantity.asLong());
            verdict.put("success", true).put("code", 0).put("msg", "");
        }
        return answer;
    }

    private static JsonNode set(Shop shop, JsonNode asked, JsonNode quantity) {
        sku(shop, asked).set(quantity.asLong(0));
        return Json.object();
    }

    private static JsonNode increase(Shop shop, JsonNode asked) {
        if (sku(shop, asked).add(asked.path("qty").asLong(0), "") == Sku.Change.BELOW_ZERO) {
            throw new Refusal(TOO_LITTLE, "stock would fall below zero");
        }
        return Json.object();
    }

    private static JsonNode stock(Shop shop, JsonNode asked) {
        var answer = Json.object();
        answer.putObject("skuStockInfo").put("available", sku(shop, asked).stock());
        return answer;
    }

    private static Listing item(Shop shop, JsonNode id) {
        return item(shop, id.asLong(0));
    }

    private static Listing item(Shop shop, long id) {
        var listing = shop.listings().find(id);
        if (listing == null || listing.status() == Listing.Status.DELETED) {
            throw new Refusal(NO_ITEM, "no such item");
        }
        return listing;
    }

    private static Sku sku(Shop shop, JsonNode asked) {
        var sku = found(shop, asked);
        if (sku == null) {
            throw new Refusal(NO_ITEM, "no such sku");
        }
        return sku;
    }

    private static @Nullable Sku found(Shop shop, JsonNode asked) {
        var id = asked.path("skuId").asLong(0);
        return shop.listings().all().stream().flatMap(each -> each.skus().stream())
            .filter(each -> each.id() == id).findFirst().orElse(null);
    }

    private static ObjectNode render(Listing listing) {
        var node = Json.object()
            .put("id", String.valueOf(listing.id()))
            .put("name", listing.text().title())
            .put("articleNo", listing.text().outerCode())
            .put("buyable", listing.status() == Listing.Status.ON_SHELF);
        var skus = node.putArray("skuInfos");
        listing.skus().forEach(sku -> skus.addObject()
            .put("id", String.valueOf(sku.id()))
            .put("erpCode", sku.code())
            .put("name", sku.code())
            .put("price", sku.priceFen())
            .put("stock", sku.stock()));
        return node;
    }
}
