package io.wanqu.catalog;

import java.net.URI;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.http.Idempotent;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
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
    private final CopyProduct copyProduct;
    private final StaffProducts products;

    ProductController(WriteProduct writeProduct, CopyProduct copyProduct, StaffProducts products) {
        this.writeProduct = writeProduct;
        this.copyProduct = copyProduct;
        this.products = products;
    }

    @PostMapping("/api/v1/products")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<StaffProduct> add(Caller caller, @RequestBody WriteProduct.Content content) {
        var shop = caller.must(Scope.CATALOG_WRITE);
        return created(products.find(shop, writeProduct.add(shop, content)));
    }

    /**
     * Newest first.
     *
     * @param low products of which a SKU that is on has no more than so many; pages may then be shorter than their limit
     */
    @GetMapping("/api/v1/products")
    Page<StaffProduct> list(Caller caller, @RequestParam @Nullable String after, @RequestParam @Nullable String limit,
            @ParameterObject StaffProducts.Wanted wanted) {
        return products.list(caller.must(Scope.SHOP_READ), wanted, after, limit);
    }

    @GetMapping("/api/v1/products/{product}")
    StaffProduct show(Caller caller, @PathVariable long product) {
        return products.find(caller.must(Scope.SHOP_READ), product);
    }

    @PutMapping("/api/v1/products/{product}")
    StaffProduct change(Caller caller, @PathVariable long product, @RequestBody WriteProduct.Content content) {
        var shop = caller.must(Scope.CATALOG_WRITE);
        writeProduct.change(shop, product, content);
        return products.find(shop, product);
    }

    /** A draft with the same words, pictures and SKUs, which are off. */
    @PostMapping("/api/v1/products/{product}/copies")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<StaffProduct> copy(Caller caller, @PathVariable long product) {
        var shop = caller.must(Scope.CATALOG_WRITE);
        return created(products.find(shop, copyProduct.copy(shop, product)));
    }

    private static ResponseEntity<StaffProduct> created(StaffProduct product) {
        return ResponseEntity.created(URI.create("/api/v1/products/" + product.id())).body(product);
    }
}
