package io.wanqu.simulators.jd;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Listing;
import io.wanqu.simulators.market.Listing.Status;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Wares, their SKUs, their stock, and whether they are for sale. */
final class WareApi {

    private static final int UP = 1;

    private final Market market;

    WareApi(Market market) {
        this.market = market;
    }

    void offer(Interfaces interfaces) {
        interfaces.offer("jingdong.ware.stock.sku.set", this::setStock);
        interfaces.offer("jingdong.ware.read.searchWare4Valid", WareApi::wares);
        interfaces.offer("jingdong.ware.read.findWareById", WareApi::ware);
        interfaces.offer("jingdong.sku.read.searchSkuList", WareApi::skus);
        interfaces.offer("jingdong.ware.write.upOrDown", this::upOrDown);
    }

    private ObjectNode setStock(Shop shop, JsonNode parameters) {
        var sku = market.sku(parameters.path("skuId").asLong(0));
        var number = parameters.path("stockNum").asLong(-1);
        if (sku == null || sku.shopId() != shop.id() || number < 0) {
            throw new Refusal(Refusal.BUSINESS, "no such sku, or a number below zero");
        }
        sku.set(number);
        return Json.object().put("success", true);
    }

    private static ObjectNode wares(Shop shop, JsonNode parameters) {
        var size = parameters.path("pageSize").asInt(10);
        var skip = (parameters.path("pageNo").asInt(1) - 1L) * size;
        var page = Json.object().put("totalItem", shop.listings().all().size());
        var data = page.putArray("data");
        shop.listings().all().stream().skip(skip).limit(size).forEach(listing -> data.add(render(listing)));
        return Json.object().set("page", page);
    }

    private static ObjectNode ware(Shop shop, JsonNode parameters) {
        var listing = shop.listings().find(parameters.path("wareId").asLong(0));
        return listing == null ? Json.object() : Json.object().set("ware", render(listing));
    }

    private static ObjectNode skus(Shop shop, JsonNode parameters) {
        var listing = shop.listings().find(parameters.path("wareId").asLong(0));
        var page = Json.object();
        var data = page.putArray("data");
        if (listing != null) {
            listing.skus().forEach(sku -> data.addObject()
                .put("skuId", sku.id())
                .put("wareId", sku.productId())
                .put("outerId", sku.code())
                .put("skuName", sku.code())
                .put("jdPrice", OrderApi.yuan(sku.priceFen()))
                .put("stockNum", sku.stock()));
        }
        return Json.object().set("page", page.put("totalItem", data.size()));
    }

    private ObjectNode upOrDown(Shop shop, JsonNode parameters) {
        var listing = shop.listings().find(parameters.path("wareId").asLong(0));
        if (listing == null) {
            throw new Refusal(Refusal.BUSINESS, "no such ware");
        }
        var next = parameters.path("opType").asInt(0) == UP ? Status.ON_SHELF : Status.OFF_SHELF;
        shop.listings().move(listing, next, market.clock().seconds());
        return Json.object().put("success", true);
    }

    private static ObjectNode render(Listing listing) {
        return Json.object()
            .put("wareId", listing.id())
            .put("title", listing.text().title())
            .put("wareStatus", switch (listing.status()) {
                case DRAFT -> 1;
                case IN_REVIEW -> 520;
                case ON_SHELF -> 8;
                case OFF_SHELF -> 2;
                case REJECTED -> 1028;
                case DELETED -> -1;
            });
    }
}
