package io.wanqu.shop.presentation;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How a shop looks: written by its staff, read by its pages. */
@RestController
class PresentationController {

    private final Presentations presentations;
    private final Shops shops;
    private final ShopScope scope;

    PresentationController(Presentations presentations, Shops shops, ShopScope scope) {
        this.presentations = presentations;
        this.shops = shops;
        this.scope = scope;
    }

    @GetMapping("/api/v1/shop/presentation")
    Presentation own(Caller caller) {
        var shop = caller.must(Scope.SHOP_READ);
        return scope.in(shop, () -> presentations.of(shop));
    }

    /** All of it at once. */
    @PutMapping("/api/v1/shop/presentation")
    Presentation write(Caller caller, @RequestBody Request request) {
        var shop = caller.must(Scope.SHOP_WRITE);
        var checked = CheckPresentation.checked(request.category, request.display, request.marketing, request.recommendation);
        return scope.in(shop, () -> {
            presentations.write(shop, checked);
            return checked;
        });
    }

    @GetMapping("/api/v1/shops/{slug}/presentation")
    Presentation show(@PathVariable String slug) {
        return presentations.of(shops.bySlug(slug).id());
    }

    record Request(@Nullable String category, Presentation.@Nullable Display display, Presentation.@Nullable Marketing marketing,
            Presentation.@Nullable Recommendation recommendation) {
    }
}
