package io.wanqu.catalog;

import java.net.URI;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.PageAsk;

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

/** A shop's products, drafts and all, for its staff. */
@RestController
class ProductController {

    private final WriteProduct writeProduct;
    private final ProductTable products;
    private final ShopScope scope;

    ProductController(WriteProduct writeProduct, ProductTable products, ShopScope scope) {
        this.writeProduct = writeProduct;
        this.products = products;
        this.scope = scope;
    }

    @PostMapping("/api/v1/products")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Response> add(Caller caller, @RequestBody WriteProduct.Content content) {
        var shop = caller.must(Scope.CATALOG_WRITE);
        var id = writeProduct.add(shop, content);
        return ResponseEntity.created(URI.create("/api/v1/products/" + id)).body(find(shop, id));
    }

    @GetMapping("/api/v1/products")
    Page<Response> list(Caller caller, @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        var shop = caller.must(Scope.SHOP_READ);
        var ask = PageAsk.of(after, limit);
        var page = Page.of(scope.in(shop, () -> products.list(shop, ask.before(), ask.limit() + 1)), ask.limit(), ProductTable.Row::id);
        return new Page<>(page.items().stream().map(Response::of).toList(), page.next());
    }

    @GetMapping("/api/v1/products/{product}")
    Response show(Caller caller, @PathVariable long product) {
        return find(caller.must(Scope.SHOP_READ), product);
    }

    @PutMapping("/api/v1/products/{product}")
    Response change(Caller caller, @PathVariable long product, @RequestBody WriteProduct.Content content) {
        var shop = caller.must(Scope.CATALOG_WRITE);
        writeProduct.change(shop, product, content);
        return find(shop, product);
    }

    private Response find(ShopId shop, long product) {
        return Response.of(scope.in(shop, () -> products.find(shop, product))
                .orElseThrow(() -> new CatalogProblem.UnknownProduct(product)));
    }

    record Response(String id, String title, String description, WriteProduct.State state) {

        static Response of(ProductTable.Row row) {
            return new Response(Long.toString(row.id()), row.title(), row.description(), row.state());
        }
    }
}
