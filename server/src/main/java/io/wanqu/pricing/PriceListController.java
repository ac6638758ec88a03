package io.wanqu.pricing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The price list of each SKU, for the shop's staff; amounts are in the currency of the shop. */
@RestController
class PriceListController {

    private static final int ROWS_MAX = 200;
    private static final int REASON_MAX = 500;

    private final WritePriceList writePriceList;
    private final PriceLists lists;
    private final ShopScope scope;

    PriceListController(WritePriceList writePriceList, PriceLists lists, ShopScope scope) {
        this.writePriceList = writePriceList;
        this.lists = lists;
        this.scope = scope;
    }

    /** A SKU without a list has version 0. */
    @GetMapping("/api/v1/price-lists/{sku}")
    Response show(Caller caller, @PathVariable SkuId sku) {
        var shop = caller.must(Scope.SHOP_READ);
        return scope.in(shop, () -> new Response(sku, lists.version(shop, sku).orElse(0L), lists.list(shop, sku)));
    }

    @PutMapping("/api/v1/price-lists/{sku}")
    Response replace(Caller caller, @PathVariable SkuId sku, @RequestBody Request request) {
        var shop = caller.must(Scope.CATALOG_WRITE);
        var rows = request.rows();
        return new Response(sku, writePriceList.replace(shop, sku, rows, request.waiver(caller)), rows);
    }

    /** @param waive why agreements that these prices break shall not hold them up; asks for a scope of its own */
    record Request(@Nullable List<Row> prices, @Nullable String waive) {

        PriceGuard.@Nullable Waiver waiver(Caller caller) {
            if (waive == null) {
                return null;
            }
            caller.must(Scope.AGREEMENTS_WAIVE);
            return new PriceGuard.Waiver(Require.text("/waive", waive, 1, REASON_MAX), caller.name());
        }

        List<WritePriceList.Row> rows() {
            var given = Require.items("/prices", prices, 0, ROWS_MAX);
            var rows = new ArrayList<WritePriceList.Row>();
            for (var i = 0; i < given.size(); i++) {
                rows.add(given.get(i).row("/prices/" + i));
            }
            return List.copyOf(rows);
        }
    }

    record Row(@Nullable String name, @Nullable ChannelId channel, @Nullable Integer minQuantity, @Nullable Long unitMinor,
            @Nullable Instant validFrom, @Nullable Instant validTo) {

        WritePriceList.Row row(String field) {
            return new WritePriceList.Row(name == null ? "" : name, channel, minQuantity == null ? 1 : minQuantity,
                    Require.present(field + "/unitMinor", unitMinor, "an amount in the smallest unit"), validFrom, validTo);
        }
    }

    record Response(SkuId sku, long version, List<WritePriceList.Row> prices) {
    }
}
