package io.wanqu.catalog;

import java.net.URI;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A shop's SKUs, for its staff. */
@RestController
class SkuController {

    private final WriteSku writeSku;
    private final SkuTable skus;
    private final ShopScope scope;

    SkuController(WriteSku writeSku, SkuTable skus, ShopScope scope) {
        this.writeSku = writeSku;
        this.skus = skus;
        this.scope = scope;
    }

    @PostMapping("/api/v1/skus")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Response> add(Caller caller, @RequestBody NewRequest request) {
        var shop = caller.must(Scope.CATALOG_WRITE);
        var product = Id.parse("/product", Require.present("/product", request.product, "the identifier of a product"));
        var sku = writeSku.add(shop, product, request.content());
        return ResponseEntity.created(URI.create("/api/v1/skus/" + sku)).body(find(shop, sku));
    }

    @GetMapping("/api/v1/skus")
    Page<Response> list(Caller caller, @RequestParam @Nullable String product, @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit) {
        var shop = caller.must(Scope.SHOP_READ);
        var ask = PageAsk.of(after, limit);
        var of = product == null ? 0 : Id.parse("product", product);
        var page = Page.of(scope.in(shop, () -> skus.list(shop, of, ask.before(), ask.limit() + 1)), ask.limit(), row -> row.id().value());
        return new Page<>(page.items().stream().map(Response::of).toList(), page.next());
    }

    @GetMapping("/api/v1/skus/{sku}")
    Response show(Caller caller, @PathVariable SkuId sku) {
        return find(caller.must(Scope.SHOP_READ), sku);
    }

    @PutMapping("/api/v1/skus/{sku}")
    Response change(Caller caller, @PathVariable SkuId sku, @RequestBody Request request) {
        var shop = caller.must(Scope.CATALOG_WRITE);
        writeSku.change(shop, sku, request.content());
        return find(shop, sku);
    }

    private Response find(ShopId shop, SkuId sku) {
        return Response.of(scope.in(shop, () -> skus.find(shop, sku)).orElseThrow(() -> new CatalogProblem.UnknownSku(sku)));
    }

    record NewRequest(@Nullable String product, @Nullable PoolId pool, @Nullable String title, @Nullable Money price,
            @Nullable Boolean on, @Nullable Integer perOrderMax, @Nullable Boolean chooseable, @Nullable Long compareAtMinor) {

        WriteSku.Content content() {
            return new Request(pool, title, price, on, perOrderMax, chooseable, compareAtMinor).content();
        }
    }

    /** All of it: what is left out of a change is refused, or takes its usual value where one is named. */
    record Request(@Nullable PoolId pool, @Nullable String title, @Nullable Money price, @Nullable Boolean on,
            @Nullable Integer perOrderMax, @Nullable Boolean chooseable, @Nullable Long compareAtMinor) {

        WriteSku.Content content() {
            return new WriteSku.Content(Require.present("/pool", pool, "the identifier of a pool"), title == null ? "" : title,
                    whole(Require.present("/price", price, "an amount with minor and currency")),
                    Require.present("/on", on, "true or false"),
                    Require.present("/perOrderMax", perOrderMax, "a whole number from 1 to 1000"),
                    chooseable != null && chooseable, compareAtMinor);
        }

        private static Money whole(Money price) {
            Require.present("/price/currency", price.currency(), "an ISO 4217 code such as CNY");
            return price;
        }
    }

    record Response(SkuId id, String product, PoolId pool, String title, Money price, boolean on, int perOrderMax,
            boolean chooseable, @Nullable Long compareAtMinor) {

        static Response of(SkuTable.Row row) {
            var content = row.content();
            return new Response(row.id(), Long.toString(row.product()), content.pool(), content.title(), content.price(),
                    content.on(), content.perOrderMax(), content.chooseable(), content.compareAtMinor());
        }
    }
}
