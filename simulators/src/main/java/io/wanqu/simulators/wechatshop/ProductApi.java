package io.wanqu.simulators.wechatshop;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Refusal;
import io.wanqu.simulators.market.Listing;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Sku;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The shop's products: drafts until they are put up and pass the review; prices may change without one. */
final class ProductApi {

    private static final int NO_PRODUCT = 10020001;
    private static final int REJECTED = 10020052;
    private static final int TOO_LITTLE = 10020060;
    private static final int PAGE_MAX = 30;
    private static final int ADD = 1;
    private static final int TAKE = 2;
    private static final int SET = 3;

    private final Market market;

    ProductApi(Market market) {
        this.market = market;
    }

    void offer(Gateway gateway) {
        gateway.offer("/channels/ec/product/add", this::add);
        gateway.offer("/channels/ec/product/update", this::update);
        gateway.offer("/channels/ec/product/auditfree", ProductApi::price);
        gateway.offer("/channels/ec/product/listing", this::list);
        gateway.offer("/channels/ec/product/delisting", this::delist);
        gateway.offer("/channels/ec/product/get", (shop, asked) -> read(product(shop, asked)));
        gateway.offer("/channels/ec/product/list/get", ProductApi::all);
        gateway.offer("/channels/ec/product/stock/update", ProductApi::stock);
        gateway.offer("/channels/ec/product/stock/get", (shop, asked) -> Json.object().set("data",
            Json.object().put("normal_stock_num", sku(shop, asked).stock())));
    }

    /** What the platform finds wrong at first sight makes no draft. */
    private ObjectNode add(Shop shop, JsonNode asked) {
        shop.listings().rejection().ifPresent(reason -> {
            throw new Refusal(REJECTED, reason);
        });
        var listing = market.list(shop, text(asked), Listing.Status.DRAFT);
        choices(listing, asked);
        return given(listing);
    }

    private ObjectNode update(Shop shop, JsonNode asked) {
        var listing = product(shop, asked);
        listing.describe(text(asked));
        choices(listing, asked);
        return given(listing);
    }

    private static ObjectNode given(Listing listing) {
        return Json.object().set("data", Json.object().put("product_id", String.valueOf(listing.id())));
    }

    private void choices(Listing listing, JsonNode asked) {
        for (var each : asked.path("skus")) {
            var code = each.path("out_sku_id").asString("");
            var price = each.path("sale_price").asLong(0);
            var stock = each.path("stock_num").asLong(0);
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
        asked.path("head_imgs").forEach(each -> pictures.add(each.asString("")));
        return new Listing.Text(asked.path("out_product_id").asString(""), asked.path("title").asString(""),
            asked.path("desc_info").path("desc").asString(""), pictures,
            asked.path("cats").path(0).path("cat_id").asString(""), Json.object());
    }

    private ObjectNode list(Shop shop, JsonNode asked) {
        shop.listings().offer(product(shop, asked), market.clock().seconds());
        return Json.object();
    }

    private ObjectNode delist(Shop shop, JsonNode asked) {
        shop.listings().move(product(shop, asked), Listing.Status.OFF_SHELF, market.clock().seconds());
        return Json.object();
    }

    private static ObjectNode price(Shop shop, JsonNode asked) {
        for (var each : asked.path("skus")) {
            sku(product(shop, asked), each).price(each.path("sale_price").asLong(0));
        }
        return Json.object();
    }

    private static ObjectNode stock(Shop shop, JsonNode asked) {
        var sku = sku(shop, asked);
        var number = asked.path("num").asLong(-1);
        var how = asked.path("diff_type").asInt(0);
        if (number < 0 || how < ADD || how > SET) {
            throw new Refusal(Gateway.BAD_PARAMETER, "num or diff_type out of range");
        }
        if (how == SET) {
            sku.set(number);
        } else if (sku.add(how == TAKE ? -number : number, "") == Sku.Change.BELOW_ZERO) {
            throw new Refusal(TOO_LITTLE, "stock would fall below zero");
        }
        return Json.object();
    }

    private static ObjectNode all(Shop shop, JsonNode asked) {
        var size = asked.path("page_size").asInt(0);
        if (size < 1 || size > PAGE_MAX) {
            throw new Refusal(Gateway.BAD_PARAMETER, "page_size out of range");
        }
        var after = asked.path("next_key").asLong(0);
        var answer = Json.object().put("total_num", shop.listings().all().size());
        var ids = answer.putArray("product_ids");
        var last = new long[] {after};
        shop.listings().all().stream()
            .filter(each -> each.status() != Listing.Status.DELETED && each.id() > after)
            .limit(size)
            .forEach(each -> {
                ids.add(String.valueOf(each.id()));
                last[0] = each.id();
            });
        return answer.put("next_key", String.valueOf(last[0]));
    }

    private static Sku sku(Shop shop, JsonNode asked) {
        return sku(product(shop, asked), asked);
    }

    private static Sku sku(Listing listing, JsonNode asked) {
        return listing.skus().stream().filter(each -> each.id() == asked.path("sku_id").asLong(0)).findFirst()
            .orElseThrow(() -> new Refusal(NO_PRODUCT, "no such sku"));
    }

    private static Listing product(Shop shop, JsonNode asked) {
        var listing = shop.listings().find(asked.path("product_id").asLong(0));
        if (listing == null || listing.status() == Listing.Status.DELETED) {
            throw new Refusal(NO_PRODUCT, "no such product");
        }
        return listing;
    }

    private static ObjectNode read(Listing listing) {
        var draft = render(listing);
        draft.putObject("audit_info").put("reject_reason", String.join("; ", listing.reasons()));
        var answer = Json.object().<ObjectNode>set("edit_product", draft);
        return Statuses.product(listing) == 0 ? answer : answer.set("product", render(listing));
    }

    private static ObjectNode render(Listing listing) {
        var node = Json.object()
            .put("product_id", String.valueOf(listing.id()))
            .put("out_product_id", listing.text().outerCode())
            .put("title", listing.text().title())
            .put("status", Statuses.product(listing))
            .put("edit_status", Statuses.edit(listing));
        var skus = node.putArray("skus");
        listing.skus().forEach(sku -> skus.addObject()
            .put("sku_id", String.valueOf(sku.id()))
            .put("out_sku_id", sku.code())
            .put("sale_price", sku.priceFen())
            .put("stock_num", sku.stock()));
        return node;
    }
}
