package io.wanqu.simulators.kuaishou;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Refusal;
import io.wanqu.simulators.market.Listing;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Sku;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The shop's items, their prices, and their stock, which is changed by differences only. */
final class ItemApi {

    private static final int NO_ITEM = 801001;
    private static final int REJECTED = 801002;
    private static final int TOO_LITTLE = 801003;
    private static final int PAGE_MIN = 10;
    private static final int PAGE_MAX = 100;
    private static final int ADD = 1;
    private static final int TAKE = 2;

    private final Market market;

    ItemApi(Market market) {
        this.market = market;
    }

    void offer(Gateway gateway) {
        gateway.read("open.item.get", (shop, parameters) -> render(item(shop, parameters)));
        gateway.read("open.item.list.get", ItemApi::list);
        gateway.write("open.item.new", this::add);
        gateway.write("open.item.edit", this::edit);
        gateway.write("open.item.shelf.status.update", this::shelve);
        gateway.write("open.item.sku.price.update", this::price);
        gateway.write("open.item.sku.stock.update", this::stock);
    }

    private static JsonNode list(Shop shop, JsonNode parameters) {
        var size = parameters.path("pageSize").asInt(0);
        var page = parameters.path("pageNumber").asInt(0);
        if (size < PAGE_MIN || size > PAGE_MAX || page < 1) {
            throw new Refusal(Gateway.BAD_PARAMETER, "page out of range");
        }
        var wanted = parameters.path("relItemId").asLong(0);
        var answer = Json.object();
        var list = answer.putArray("items");
        shop.listings().all().stream()
            .filter(each -> each.status() != Listing.Status.DELETED)
            .filter(each -> wanted == 0 || each.text().extra().path("relItemId").asLong(0) == wanted)
            .skip((page - 1L) * size).limit(size)
            .forEach(each -> list.add(render(each)));
        return answer;
    }

    private JsonNode add(Shop shop, JsonNode parameters) {
        shop.listings().rejection().ifPresent(reason -> {
            throw new Refusal(REJECTED, reason);
        });
        var listing = market.list(shop, text(parameters), Listing.Status.DRAFT);
        shop.listings().offer(listing, market.clock().seconds());
        choices(listing, parameters);
        return render(listing);
    }

    private JsonNode edit(Shop shop, JsonNode parameters) {
        var listing = item(shop, parameters);
        listing.describe(text(parameters));
        choices(listing, parameters);
        return render(listing);
    }

    private void choices(Listing listing, JsonNode parameters) {
        for (var each : parameters.path("skuList")) {
            var code = each.path("skuNick").asString("");
            var price = each.path("skuSalePrice").asLong(0);
            var stock = each.path("skuStock").asLong(0);
            var known = listing.skus().stream().filter(sku -> sku.code().equals(code)).findFirst();
            if (known.isEmpty()) {
                market.offer(listing, code, price, stock);
            } else {
                known.get().price(price);
                known.get().set(stock);
            }
        }
    }

    private static Listing.Text text(JsonNode parameters) {
        var pictures = new ArrayList<String>();
        parameters.path("imageUrls").forEach(each -> pictures.add(each.asString("")));
        return new Listing.Text(parameters.path("itemRemark").asString(""), parameters.path("title").asString(""),
            parameters.path("details").asString(""), pictures, parameters.path("categoryId").asString(""), (ObjectNode) parameters);
    }

    private JsonNode shelve(Shop shop, JsonNode parameters) {
        var listing = item(shop, parameters);
        if (parameters.path("shelfStatus").asInt(-1) == 1) {
            shop.listings().offer(listing, market.clock().seconds());
        } else {
            shop.listings().move(listing, Listing.Status.OFF_SHELF, market.clock().seconds());
        }
        return Json.object();
    }

    private JsonNode price(Shop shop, JsonNode parameters) {
        sku(shop, parameters).price(parameters.path("price").asLong(0));
        return Json.object();
    }

    private JsonNode stock(Shop shop, JsonNode parameters) {
        var number = parameters.path("skuChangeStock").asLong(0);
        var type = parameters.path("changeType").asInt(0);
        if (number < 1 || type != ADD && type != TAKE) {
            throw new Refusal(Gateway.BAD_PARAMETER, "change out of range");
        }
        if (sku(shop, parameters).add(type == ADD ? number : -number, "") == Sku.Change.BELOW_ZERO) {
            throw new Refusal(TOO_LITTLE, "stock would fall below zero");
        }
        return Json.object();
    }

    private static Listing item(Shop shop, JsonNode parameters) {
        var listing = shop.listings().find(parameters.path("kwaiItemId").asLong(0));
        if (listing == null || listing.status() == Listing.Status.DELETED) {
            throw new Refusal(NO_ITEM, "no such item");
        }
        return listing;
    }

    private static Sku sku(Shop shop, JsonNode parameters) {
        var id = parameters.path("skuId").asLong(0);
        return item(shop, parameters).skus().stream().filter(each -> each.id() == id).findFirst()
            .orElseThrow(() -> new Refusal(NO_ITEM, "no such sku"));
    }

    private static ObjectNode render(Listing listing) {
        var node = Json.object()
            .put("kwaiItemId", listing.id())
            .put("relItemId", listing.text().extra().path("relItemId").asLong(0))
            .put("itemRemark", listing.text().outerCode())
            .put("title", listing.text().title())
            .put("auditStatus", Statuses.audit(listing))
            .put("auditReason", String.join("; ", listing.reasons()))
            .put("onOfflineStatus", Statuses.shelf(listing));
        var skus = node.putArray("skuList");
        listing.skus().forEach(sku -> skus.addObject()
            .put("kwaiSkuId", sku.id())
            .put("skuNick", sku.code())
            .put("skuSalePrice", sku.priceFen())
            .put("skuStock", sku.stock()));
        return node;
    }
}
