package io.wanqu.catalog.bulk;

import java.util.List;

import io.wanqu.catalog.WriteProduct;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Changes of many rows at once; each row has an answer, and a wrong one spoils no other. Asking twice changes nothing. */
@RestController
class BulkController {

    private static final int ROWS_MAX = 1_000;
    private static final long MINOR_MAX = 1_000_000_000_000L;

    private final ChangeMany changeMany;

    BulkController(ChangeMany changeMany) {
        this.changeMany = changeMany;
    }

    @PutMapping("/api/v1/products/states")
    Response<String> states(Caller caller, @RequestBody States request) {
        var shop = caller.must(Scope.CATALOG_WRITE);
        var products = Require.items("/products", request.products, 1, ROWS_MAX).stream().map(it -> Id.parse("/products", it)).distinct().toList();
        var changed = changeMany.states(shop, products, Require.present("/state", request.state, "one of DRAFT, ON, OFF"));
        return new Response<>(products.stream().map(it -> Row.of(Long.toString(it), changed.contains(it), "catalog.unknown-product")).toList());
    }

    /** List prices in the shop's currency. */
    @PutMapping("/api/v1/skus/prices")
    Response<SkuId> prices(Caller caller, @RequestBody Prices request) {
        var shop = caller.must(Scope.CATALOG_WRITE);
        var prices = Require.items("/prices", request.prices, 1, ROWS_MAX);
        for (var i = 0; i < prices.size(); i++) {
            Require.present("/prices/" + i + "/sku", prices.get(i).sku, "the identifier of a SKU");
            Require.between("/prices/" + i + "/minor", prices.get(i).minor, 1L, MINOR_MAX);
        }
        var changed = changeMany.prices(shop, prices);
        return new Response<>(prices.stream().map(it -> Row.of(it.sku, changed.contains(it.sku), "catalog.unknown-sku")).toList());
    }

    record States(@Nullable List<String> products, WriteProduct.@Nullable State state) {
    }

    record Prices(@Nullable List<Price> prices) {
    }

    /** A new list price. */
    record Price(@Nullable SkuId sku, @Nullable Long minor) {
    }

    record Response<T>(List<Row<T>> rows) {
    }

    /** @param code the refusal; absent where it is done */
    record Row<T>(T id, boolean done, @Nullable String code) {

        static <T> Row<T> of(T id, boolean done, String code) {
            return new Row<>(id, done, done ? null : code);
        }
    }
}
