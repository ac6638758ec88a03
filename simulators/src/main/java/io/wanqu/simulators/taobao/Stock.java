package io.wanqu.simulators.taobao;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Listing;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Sku;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Setting stock: full or by difference, for one item or for many of its SKUs at once. */
final class Stock {

    private static final int BATCH_MAX = 20;

    private final Market market;

    Stock(Market market) {
        this.market = market;
    }

    void offer(Gateway gateway) {
        gateway.offer("taobao.skus.quantity.update", this::many);
        gateway.offer("taobao.item.quantity.update", this::one);
        gateway.offer("tmall.item.quantity.update", this::keyed);
    }

    private ObjectNode many(Call call) {
        var item = call.item();
        var wanted = pairs(call.required("skuid_quantities"), item);
        var full = call.number("type", 1) == 1;
        wanted.forEach((sku, quantity) -> {
            // Here a difference beyond the stock ends at zero; the interface for one item refuses it.
            sku.set(full ? quantity : Math.max(0, sku.stock() + quantity));
        });
        return Json.object().set("item", Items.item(item));
    }

    private ObjectNode one(Call call) {
        var item = call.item();
        var sku = call.text("sku_id").isEmpty() ? item.skus().getFirst() : sku(item, call.text("sku_id"));
        var quantity = call.number("quantity");
        if (call.number("type", 1) == 1) {
            if (quantity < 0) {
                throw Refusal.invalid("quantity");
            }
            sku.set(quantity);
        } else if (sku.add(quantity, "") == Sku.Change.BELOW_ZERO) {
            throw Refusal.business("isv.item-quantity-update-service-error:NEGATIVE", "stock would fall below zero");
        }
        return Json.object().set("item", Items.item(item));
    }

    private ObjectNode keyed(Call call) {
        var item = call.shop().listings().find(call.number("item_id"));
        if (item == null) {
            throw Refusal.business("isv.item-not-exist:invalid-numIid", "no such item");
        }
        var options = Json.read(call.required("options"));
        var sets = Json.read(call.required("sku_quantities"));
        for (var each : sets) {
            var sku = sku(item, each.path("sku_id").asString(""));
            if (options.path("type").asInt(1) == 1) {
                sku.set(each.path("quantity").asLong(0));
            } else if (sku.add(each.path("quantity").asLong(0), options.path("outer_biz_key").asString(""))
                == Sku.Change.BELOW_ZERO) {
                throw Refusal.business("isv.item-quantity-update-service-error:NEGATIVE", "stock would fall below zero");
            }
        }
        return Json.object().put("quantity_update_result", String.valueOf(item.id()));
    }

    private Map<Sku, Long> pairs(String text, Listing item) {
        var pairs = new LinkedHashMap<Sku, Long>();
        for (var pair : text.split(";")) {
            var at = pair.indexOf(':');
            if (at < 0 || !pair.substring(at + 1).matches("-?\\d{1,9}")) {
                throw Refusal.invalid("skuid_quantities");
            }
            pairs.put(sku(item, pair.substring(0, at)), Long.parseLong(pair.substring(at + 1)));
        }
        if (pairs.size() > BATCH_MAX) {
            throw Refusal.invalid("skuid_quantities");
        }
        return pairs;
    }

    private Sku sku(Listing item, String id) {
        var sku = id.matches("\\d{1,19}") ? market.sku(Long.parseLong(id)) : null;
        if (sku == null || sku.productId() != item.id()) {
            throw Refusal.business("isv.sku-not-exist", "no such sku");
        }
        return sku;
    }
}
