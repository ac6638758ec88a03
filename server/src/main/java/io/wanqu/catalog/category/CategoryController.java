package io.wanqu.catalog.category;

import java.net.URI;
import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A shop's categories, for its staff. */
@RestController
class CategoryController {

    private final WriteCategory writeCategory;
    private final Categories categories;
    private final ShopScope scope;

    CategoryController(WriteCategory writeCategory, Categories categories, ShopScope scope) {
        this.writeCategory = writeCategory;
        this.categories = categories;
        this.scope = scope;
    }

    /** All of them, in their order; the tree is told by the parents. */
    @GetMapping("/api/v1/categories")
    List<Response> list(Caller caller) {
        var shop = caller.must(Scope.SHOP_READ);
        return scope.in(shop, () -> categories.all(shop)).stream().map(Response::of).toList();
    }

    @PostMapping("/api/v1/categories")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Response> add(Caller caller, @RequestBody WriteCategory.Content content) {
        var category = writeCategory.add(caller.must(Scope.CATALOG_WRITE), content);
        return ResponseEntity.created(URI.create("/api/v1/categories/" + category.id())).body(Response.of(category));
    }

    @PutMapping("/api/v1/categories/{category}")
    Response change(Caller caller, @PathVariable long category, @RequestBody WriteCategory.Content content) {
        return Response.of(writeCategory.change(caller.must(Scope.CATALOG_WRITE), category, content));
    }

    @DeleteMapping("/api/v1/categories/{category}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable long category) {
        writeCategory.delete(caller.must(Scope.CATALOG_WRITE), category);
    }

    record Response(String id, @Nullable String parent, String slug, String name, @Nullable String picture, int position) {

        static Response of(Category category) {
            return new Response(Long.toString(category.id()), category.parent() == null ? null : Long.toString(category.parent()),
                    category.slug(), category.name(), category.picture(), category.position());
        }
    }
}
