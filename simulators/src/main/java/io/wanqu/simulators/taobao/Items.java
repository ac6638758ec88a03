package io.wanqu.simulators.taobao;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Listing;
import io.wanqu.simulators.market.Listing.Status;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Items: reading them, making them, putting them up and taking them down. */
final class Items {

    private static final int PAGE_MAX = 200;
    private static final int BATCH_MAX = 20;
    private static final int TITLE_MAX = 60;

    private final Market market;

    Items(Market market) {
        this.market = market;
    }

    void offer(Gateway gateway) {
        gateway.offer("taobao.items.onsale.get", call -> list(call, true));
        gateway.offer("taobao.items.inventory.get", call -> list(call, false));
        gateway.offer("taobao.items.seller.list.get", this::batch);
        gateway.offer("taobao.item.seller.get", call -> Json.object().set("item", item(call.item())));
        gateway.offer("taobao.items.custom.get", this::byCode);
        gateway.offer("taobao.item.add", this::add);
        gateway.offer("taobao.item.update", this::update);
        gateway.offer("taobao.item.update.listing", call -> show(call, true));
        gateway.offer("taobao.item.update.delisting", call -> show(call, false));
        gateway.offer("taobao.item.sku.price.update", this::price);
    }

    private ObjectNode list(Call call, boolean onSale) {
        call.fields();
        var range = call.range(PAGE_MAX);
        var all = call.shop().listings().all().stream()
            .filter(each -> each.status() != Status.DELETED && (each.status() == Status.ON_SHELF) == onSale).toList();
        var answer = Json.object().put("total_results", all.size());
        var found = all.stream().skip(range.skip()).limit(range.size()).toList();
        if (!found.isEmpty()) {
            var items = answer.putObject("items").putArray("item");
            found.forEach(each -> items.add(item(each).without(List.of("skus", "desc"))));
        }
        return answer;
    }

    private ObjectNode batch(Call call) {
        call.fields();
        var ids = call.required("num_iids").split(",");
        if (ids.length > BATCH_MAX) {
            throw Refusal.invalid("num_iids");
        }
        var items = Json.array();
        for (var id : ids) {
            var listing = call.shop().listings().find(Long.parseLong(id));
            if (listing != null) {
                items.add(item(listing));
            }
        }
        var answer = Json.object();
        answer.putObject("items").set("item", items);
        return answer;
    }

    private ObjectNode byCode(Call call) {
        call.fields();
        var items = Json.array();
        call.shop().listings().all().stream()
            .filter(each -> each.text().outerCode().equals(call.required("outer_id")))
            .forEach(each -> items.add(item(each)));
        var answer = Json.object();
        answer.putObject("items").set("item", items);
        return answer;
    }

    private ObjectNode add(Call call) {
        for (var name : new String[] {"num", "price", "type", "stuff_status", "desc"}) {
            call.required(name);
        }
        var text = text(call, Listing.Text.titled(""));
        refuseIfDisliked(call);
        var listing = market.list(call.shop(), text, Status.OFF_SHELF);
        offerSkus(call, listing);
        if (!call.text("approve_status").equals("instock")) {
            call.shop().listings().offer(listing, market.clock().seconds());
        }
        return answer(listing);
    }

    private ObjectNode update(Call call) {
        var listing = call.item();
        var text = text(call, listing.text());
        refuseIfDisliked(call);
        listing.describe(text);
        offerSkus(call, listing);
        return answer(listing);
    }

    private static void refuseIfDisliked(Call call) {
        call.shop().listings().rejection().ifPresent(reason -> {
            throw Refusal.business("isv.item-add-service-error:ITEM_TITLE_ILLEGAL", reason);
        });
    }

    private static Listing.Text text(Call call, Listing.Text before) {
        var title = call.text("title").isEmpty() ? before.title() : call.text("title");
        if (title.isEmpty() || title.codePoints().map(each -> each < 128 ? 1 : 2).sum() > TITLE_MAX) {
            throw Refusal.business("isv.item-add-service-error:ITEM_TITLE_TOO_LONG", "the title is missing or too long");
        }
        var extra = Json.object().put("cid", call.text("cid"));
        var picture = call.text("pic_path");
        return new Listing.Text(
            call.text("outer_id").isEmpty() ? before.outerCode() : call.text("outer_id"), title,
            call.text("desc").isEmpty() ? before.description() : call.text("desc"),
            picture.isEmpty() ? before.pictures() : List.of(picture), call.text("cid"), extra);
    }

    /** Four lists side by side, one place for each SKU; a code that is there already is brought up to date. */
    private void offerSkus(Call call, Listing listing) {
        if (call.text("sku_outer_ids").isEmpty()) {
            return;
        }
        var codes = call.text("sku_outer_ids").split(",");
        var prices = call.required("sku_prices").split(",");
        var quantities = call.required("sku_quantities").split(",");
        if (codes.length != prices.length || codes.length != quantities.length
            || codes.length != call.required("sku_properties").split(",").length) {
            throw Refusal.invalid("sku_prices");
        }
        for (var at = 0; at < codes.length; at++) {
            var code = codes[at];
            var price = fen(prices[at]);
            var stock = Long.parseLong(quantities[at]);
            listing.skus().stream().filter(each -> each.code().equals(code)).findFirst().ifPresentOrElse(
                old -> {
                    old.price(price);
                    old.set(stock);
                },
                () -> market.offer(listing, code, price, stock));
        }
    }

    private ObjectNode show(Call call, boolean up) {
        var listing = call.item();
        if (up) {
            call.shop().listings().offer(listing, market.clock().seconds());
        } else {
            call.shop().listings().move(listing, Status.OFF_SHELF, market.clock().seconds());
        }
        return answer(listing);
    }

    private ObjectNode price(Call call) {
        var listing = call.item();
        var properties = call.required("properties");
        for (var at = 0; at < listing.skus().size(); at++) {
            if (properties(at).equals(properties)) {
                listing.skus().get(at).price(fen(call.required("price")));
                return Json.object().set("sku", sku(listing.skus().get(at), at));
            }
        }
        throw Refusal.business("isv.sku-not-exist", "no such sku");
    }

    private static ObjectNode answer(Listing listing) {
        return Json.object().set("item", Json.object().put("num_iid", listing.id())
            .put("created", Call.local(listing.updatedAt())));
    }

    static ObjectNode item(Listing listing) {
        var skus = new ArrayList<>(listing.skus());
        var node = Json.object()
            .put("num_iid", listing.id())
            .put("title", listing.text().title())
            .put("outer_id", listing.text().outerCode())
            .put("desc", listing.text().description())
            .put("approve_status", listing.status() == Status.ON_SHELF ? "onsale" : "instock")
            .put("num", skus.stream().mapToLong(Sku::stock).sum())
            .put("price", Call.yuan(skus.stream().mapToLong(Sku::priceFen).min().orElse(0)))
            .put("modified", Call.local(listing.updatedAt()));
        var list = node.putObject("skus").putArray("sku");
        for (var at = 0; at < skus.size(); at++) {
            list.add(sku(skus.get(at), at));
        }
        return node;
    }

    private static String properties(int place) {
        return "1627207:-" + (place + 1);
    }

    private static ObjectNode sku(Sku sku, int place) {
        return Json.object()
            .put("sku_id", sku.id())
            .put("outer_id", sku.code())
            .put("properties", properties(place))
            .put("properties_name", "")
            .put("price", Call.yuan(sku.priceFen()))
            .put("quantity", sku.stock());
    }

    private static long fen(String yuan) {
        try {
            return new BigDecimal(yuan).movePointRight(2).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw Refusal.invalid("price");
        }
    }
}
