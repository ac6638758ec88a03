package io.wanqu.payment;

import java.util.List;
import java.util.Set;

import io.wanqu.payment.rail.Method;
import io.wanqu.shop.Shops;
import io.wanqu.shop.Shops.PublicChannels;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells a buyer how he may pay, before he orders. */
@RestController
class OfferedRailsController {

    private final Shops shops;
    private final PublicChannels channels;
    private final Rails rails;

    OfferedRailsController(Shops shops, PublicChannels channels, Rails rails) {
        this.shops = shops;
        this.channels = channels;
        this.rails = rails;
    }

    /** The rails that take this channel's money, those with an account first; his page takes the methods it can carry out. */
    @GetMapping("/api/v1/shops/{slug}/rails")
    Response list(@PathVariable String slug, @RequestParam @Nullable String channel) {
        var shop = shops.bySlug(slug);
        return new Response(rails.offered(shop.id(), channels.channel(shop, channel)).stream()
                .map(name -> new Offered(name, sorted(rails.named(name).methods()))).toList());
    }

    private static List<String> sorted(Set<Method> methods) {
        return methods.stream().sorted().map(Method::text).toList();
    }

    record Response(List<Offered> rails) {
    }

    record Offered(String name, List<String> methods) {
    }
}
