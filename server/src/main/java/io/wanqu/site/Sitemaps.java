package io.wanqu.site;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.wanqu.catalog.shelf.CategoryNode;
import io.wanqu.catalog.shelf.OnSale;
import io.wanqu.catalog.shelf.Shelf;
import io.wanqu.kernel.ShopId;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lists every public page. A list may hold 50,000 addresses, so there are many, and one that names them; each is written as
 * it is read, however many there are.
 */
@Component
class Sitemaps {

    static final int ADDRESSES_MAX = 50_000;
    private static final int SHOPS_EACH = 500;
    private static final int ROWS = 2_000;
    private static final String SPACE = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final Shops shops;
    private final Shelf shelf;
    private final OnSale onSale;
    /** By shop, 0 for all: where the lists begin. New ones may be missed for some minutes, new addresses are not. */
    private final LoadingCache<Long, List<String>> names;

    Sitemaps(Shops shops, Shelf shelf, OnSale onSale) {
        this.shops = shops;
        this.shelf = shelf;
        this.onSale = onSale;
        this.names = Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofMinutes(10)).build(this::names);
    }

    String index(Optional<Shop> own, String origin) {
        return names.get(own.map(shop -> shop.id().value()).orElse(0L)).stream()
                .map(name -> "<sitemap><loc>" + Html.escaped(origin + "/sitemaps/" + name) + "</loc></sitemap>\n")
                .collect(Collectors.joining("", XML + "<sitemapindex " + SPACE + ">\n", "</sitemapindex>\n"));
    }

    private List<String> names(long shop) {
        var names = new ArrayList<String>();
        var all = shop == 0;
        var after = 0L;
        do {
            names.add("shops-" + after + ".xml");
            var some = all ? shops.after(after, SHOPS_EACH) : List.<ShopId>of();
            after = some.size() < SHOPS_EACH ? 0 : some.getLast().value();
        } while (after != 0);
        onSale.every(ADDRESSES_MAX, all ? null : new ShopId(shop))
                .forEach(it -> names.add("products-" + it.shop().value() + "-" + it.product() + ".xml"));
        return names;
    }

    /** Shops and their categories. */
    void shops(Optional<Shop> own, long after, String origin, Writer out) throws IOException {
        out.write(XML + "<urlset " + SPACE + ">\n");
        var found = own.map(List::of).orElseGet(() -> List.copyOf(shops.byIds(shops.after(after, SHOPS_EACH)).values()));
        for (var shop : found) {
            if (shop.state() == Shop.State.OPEN) {
                var base = origin + (own.isPresent() ? "" : "/s/" + shop.slug());
                address(out, own.isPresent() ? base + "/" : base, null);
                for (var category : all(shelf.categories(shop)).limit(ADDRESSES_MAX / SHOPS_EACH - 1).toList()) {
                    address(out, base + "/c/" + category.slug(), null);
                }
            }
        }
        out.write("</urlset>\n");
    }

    /** Products from this one on, in the order of shops and products. */
    void products(Optional<Shop> own, OnSale.Place from, String origin, Writer out) throws IOException {
        out.write(XML + "<urlset " + SPACE + ">\n");
        var place = from;
        for (var left = ADDRESSES_MAX; left > 0; left -= ROWS) {
            var rows = onSale.from(place, Math.min(ROWS, left), own.map(Shop::id).orElse(null));
            var owners = shops.byIds(rows.stream().map(OnSale.Row::shop).collect(Collectors.toSet()));
            for (var row : rows) {
                var shop = owners.get(row.shop());
                if (shop != null && shop.state() == Shop.State.OPEN) {
                    address(out, origin + (own.isPresent() ? "" : "/s/" + shop.slug()) + "/p/" + row.product(), row.changedAt());
                }
            }
            if (rows.size() < ROWS) {
                break;
            }
            place = new OnSale.Place(rows.getLast().shop(), rows.getLast().product() + 1);
        }
        out.write("</urlset>\n");
    }

    private static void address(Writer out, String address, @Nullable Instant changedAt) throws IOException {
        out.write("<url><loc>" + Html.escaped(address) + "</loc>" + (changedAt == null ? "" : "<lastmod>" + changedAt + "</lastmod>") + "</url>\n");
    }

    private static Stream<CategoryNode> all(List<CategoryNode> tree) {
        return tree.stream().flatMap(it -> Stream.concat(Stream.of(it), all(it.children())));
    }
}
