package io.wanqu.simulators.doudian;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Sku;
import tools.jackson.databind.JsonNode;

/** Setting and reading the stock of a SKU: sku.syncStock and sku.stockNum. */
final class StockApi {

    private final Market market;

    StockApi(Market market) {
        this.market = market;
    }

    void offer(Gateway gateway) {
        gateway.offer("sku.syncStock", this::sync);
        gateway.offer("sku.stockNum", this::read);
    }

    private JsonNode sync(Shop shop, JsonNode parameters) {
        var sku = sku(shop, parameters);
        if (!parameters.has("stock_num")) {
            throw new Refusal(Refusal.PARAMETER_MISSING, "isv.parameter-missing", "stock_num");
        }
        var number = parameters.path("stock_num").asLong(0);
        if (!parameters.path("incremental").asBoolean(false)) {
            if (number < 0) {
                throw new Refusal(Refusal.PARAMETER_WRONG, "isv.parameter-invalid", "stock below zero");
            }
            sku.set(number);
            return Json.object();
        }
        var key = parameters.path("idempotent_id").asString("");
        if (key.isEmpty()) {
            throw new Refusal(Refusal.PARAMETER_MISSING, "isv.parameter-missing", "idempotent_id");
        }
        return switch (sku.add(number, key)) {
            case APPLIED -> Json.object();
            case SEEN_BEFORE -> throw new Refusal(Refusal.PARAMETER_REFUSED, "isv.idempotent-id-existed", "seen before");
            case BELOW_ZERO -> throw new Refusal(Refusal.BUSINESS, "isv.business-failed", "stock would fall below zero");
        };
    }

    private JsonNode read(Shop shop, JsonNode parameters) {
        var sku = sku(shop, parameters);
        return Json.object().put("sku_id", sku.id()).put("stock_num", sku.stock());
    }

    private Sku sku(Shop shop, JsonNode parameters) {
        var sku = market.sku(parameters.path("sku_id").asLong(0));
        var product = parameters.path("product_id").asLong(0);
        if (sku == null || sku.shopId() != shop.id() || product != 0 && product != sku.productId()) {
            throw new Refusal(Refusal.BUSINESS, "isv.business-failed:sku-not-exist", "no such sku");
        }
        return sku;
    }
}
