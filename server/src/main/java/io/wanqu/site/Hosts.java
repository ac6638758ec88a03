package io.wanqu.site;

import java.util.Locale;
import java.util.Optional;

import io.wanqu.shop.Shop;
import io.wanqu.shop.ShopProblem;
import io.wanqu.shop.Shops;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/** Whose pages a request is for. The name in the request is only ever compared with names that somebody has proved. */
@Component
class Hosts {

    private final Shops shops;
    private final SiteSettings settings;

    Hosts(Shops shops, SiteSettings settings) {
        this.shops = shops;
        this.settings = settings;
    }

    Optional<Shop> owner(HttpServletRequest request) {
        return shops.byDomain(request.getServerName());
    }

    Optional<Shop> bySlug(String slug) {
        try {
            return Optional.of(shops.bySlug(slug));
        } catch (ShopProblem.Unknown e) {
            return Optional.empty();
        }
    }

    /** The shop that lies at the root of the installation: the one that is set, else the only one. */
    Optional<Shop> shopOfTheRoot() {
        if (!settings.defaultShop().isEmpty()) {
            return bySlug(settings.defaultShop());
        }
        var some = shops.after(0, 2);
        return some.size() == 1 ? Optional.of(shops.byId(some.getFirst())) : Optional.empty();
    }

    /** What addresses begin with: the proved domain that was asked by, else the installation's own. */
    String origin(HttpServletRequest request) {
        return owner(request).map(shop -> settings.originOf(request.getServerName().toLowerCase(Locale.ROOT))).orElseGet(settings::origin);
    }
}
