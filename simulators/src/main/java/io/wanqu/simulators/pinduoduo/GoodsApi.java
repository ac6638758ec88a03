package io.wanqu.simulators.pinduoduo;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Listing;
import io.wanqu.simulators.market.Listing.Status;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Goods, their prices and their stock. */
final class GoodsApi {

    private static final String OUTER = "out_goods_id";

    private final Market market;
    private final Set<Long> promoted = ConcurrentHashMap.newKeySet();

    GoodsApi(Market market) {
        this.market = market;
    }

    void offer(Router router) {
        router.offer("pdd.goods.add", "goods_add_response", this::add);
        router.offer("pdd.goods.information.update", "goods_update_response", this::update);
        router.offer("pdd.goods.list.get", "goods_list_get_response", GoodsApi::list);
        router.offer("pdd.goods.detail.get", "goods_detail_get_response", (shop, form) -> detail(goods(shop, form)));
        router.offer("pdd.goods.sale.status.set", "goods_sale_status_set_response", this::show);
        router.offer("pdd.goods.sku.price.update", "goods_update_sku_price_response", this::price);
        router.offer("pdd.goods.quantity.update", "goods_quantity_update_response", this::stock);
    }

    /** While goods are promoted their stock may not fall. */
    void promote(String sku, boolean on) {
        var id = market.sku(sku).id();
        if (on) {
            promoted.add(id);
        } else {
            promoted.remove(id);
        }
    }

    private ObjectNode add(Shop shop, Map<String, String> form) {
        shop.listings().rejection().ifPresent(reason -> {
            throw new Refusal(Refusal.REJECTED, reason);
        });
        var listing = market.list(shop, text(form), Status.DRAFT);
        describe(listing, form);
        shop.listings().offer(listing, market.clock().seconds());
        return Json.object().put("goods_id", listing.id()).put("goods_commit_id", listing.id());
    }

    private ObjectNode update(Shop shop, Map<String, String> form) {
        var listing = goods(shop, form);
        listing.describe(text(form));
        describe(listing, form);
        return Json.object().put("goods_id", listing.id());
    }

    private void describe(Listing listing, Map<String, String> form) {
        for (var each : Json.read(form.getOrDefault("sku_list", "[]"))) {
            var code = each.path("out_sku_sn").asString("");
            var known = listing.skus().stream().filter(sku -> sku.code().equals(code)).findFirst();
            if (known.isEmpty()) {
                market.offer(listing, code, each.path("multi_price").asLong(0), each.path("quantity").asLong(0));
            } else {
                known.get().price(each.path("multi_price").asLong(0));
                known.get().set(each.path("quantity").asLong(0));
            }
        }
    }

    private static Listing.Text text(Map<String, String> form) {
        var pictures = new ArrayList<String>();
        Json.read(form.getOrDefault("carousel_gallery", "[]")).forEach(each -> pictures.add(each.asString("")));
        return new Listing.Text(form.getOrDefault(OUTER, ""), form.getOrDefault("goods_name", ""), form.getOrDefault("goods_desc", ""), pictures,
            form.getOrDefault("cat_id", ""), Json.object().put(OUTER, form.getOrDefault(OUTER, "")));
    }

    private static ObjectNode list(Shop shop, Map<String, String> form) {
        var wanted = form.getOrDefault("outer_goods_id", "");
        List<Listing> all = shop.listings().all().stream()
            .filter(each -> each.status() != Status.DELETED)
            .filter(each -> wanted.isEmpty() || outer(each).equals(wanted)).toList();
        var size = OrderApi.number(form, "page_size");
        var answer = Json.object().put("total_count", all.size());
        var rows = answer.putArray("goods_list");
        all.stream().skip((OrderApi.number(form, "page") - 1) * size).limit(size).forEach(each -> rows.addObject()
            .put("goods_id", each.id())
            .put("goods_name", each.text().title())
            .put("outer_goods_id", outer(each))
            .put("is_onsale", each.status() == Status.ON_SHELF ? 1 : 0));
        return answer;
    }

    private static String outer(Listing listing) {
        return listing.text().extra().path(OUTER).asString("");
    }

    private static ObjectNode detail(Listing listing) {
        var node = Json.object()
            .put("goods_id", listing.id())
            .put("goods_name", listing.text().title())
            .put("outer_goods_id", outer(listing))
            .put("status", switch (listing.status()) {
                case ON_SHELF -> 1;
                case OFF_SHELF, DRAFT -> 2;
                case DELETED -> 4;
                case IN_REVIEW -> 5;
                case REJECTED -> 6;
            });
        var skus = node.putArray("sku_list");
        listing.skus().forEach(sku -> skus.addObject()
            .put("sku_id", sku.id())
            .put("out_sku_sn", sku.code())
            .put("multi_price", sku.priceFen())
            .put("price", sku.priceFen())
            .put("quantity", sku.stock()));
        return node;
    }

    private ObjectNode show(Shop shop, Map<String, String> form) {
        var status = form.getOrDefault("is_onsale", "").equals("1") ? Status.ON_SHELF : Status.OFF_SHELF;
        shop.listings().move(goods(shop, form), status, market.clock().seconds());
        return done();
    }

    private ObjectNode price(Shop shop, Map<String, String> form) {
        var listing = goods(shop, form);
        for (var each : Json.read(form.getOrDefault("sku_price_list", "[]"))) {
            if (each.path("single_price").asLong(0) <= each.path("group_price").asLong(0)) {
                throw new Refusal(Refusal.PARAMETER, "buying alone must cost more");
            }
            sku(listing, each.path("sku_id")).price(each.path("group_price").asLong(0));
        }
        return done();
    }

    private ObjectNode stock(Shop shop, Map<String, String> form) {
        var sku = sku(goods(shop, form), Json.object().put("id", form.getOrDefault("sku_id", "0")).path("id"));
        var number = OrderApi.number(form, "quantity");
        var full = !form.getOrDefault("update_type", "1").equals("2");
        var after = full ? number : sku.stock() + number;
        if (promoted.contains(sku.id()) && after < sku.stock()) {
            throw new Refusal(Refusal.PROMOTED, "the stock of promoted goods may not fall");
        }
        if (after < 0) {
            throw new Refusal(Refusal.PARAMETER, "stock below zero");
        }
        if (full) {
            sku.set(number);
        } else {
            sku.add(number, "");
        }
        return done();
    }

    private static Sku sku(Listing listing, JsonNode id) {
        return listing.skus().stream().filter(sku -> sku.id() == id.asLong(0)).findFirst()
            .orElseThrow(() -> new Refusal(Refusal.NO_GOODS, "no such sku"));
    }

    private static Listing goods(Shop shop, Map<String, String> form) {
        var listing = shop.listings().find(OrderApi.number(form, "goods_id"));
        if (listing == null) {
            throw new Refusal(Refusal.NO_GOODS, "no such goods");
        }
        return listing;
    }

    private static ObjectNode done() {
        return Json.object().put("is_success", true);
    }
}
