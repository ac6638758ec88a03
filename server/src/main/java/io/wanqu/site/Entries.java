package io.wanqu.site;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.wanqu.catalog.CatalogProblem;
import io.wanqu.catalog.shelf.Card;
import io.wanqu.catalog.shelf.CategoryNode;
import io.wanqu.catalog.shelf.ListAsk;
import io.wanqu.catalog.shelf.ProductPage;
import io.wanqu.catalog.shelf.Shelf;
import io.wanqu.content.ComposeHome;
import io.wanqu.shop.Shop;
import io.wanqu.shop.ShopFront;
import io.wanqu.shop.Shops;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds what stands at an address, with all that its first paint needs. */
@Component
class Entries {

    static final int LISTED = 24;
    private static final int SHOPS_LISTED = 240;
    private static final int DESCRIPTION_MAX = 160;
    /** Pages that are somebody's own, or no page without the program. */
    private static final Set<String> OTHERS = Set.of("search", "cart", "checkout", "o", "orders", "look-up", "pay", "gift", "account",
            "sign-in", "security", "devices", "privacy", "hand-off", "wallet", "help");

    private final Shops shops;
    private final Shop.Badges badges;
    private final Shelf shelf;
    private final ComposeHome composeHome;

    Entries(Shops shops, Shop.Badges badges, Shelf shelf, ComposeHome composeHome) {
        this.shops = shops;
        this.badges = badges;
        this.shelf = shelf;
        this.composeHome = composeHome;
    }

    Entry find(Visit visit) {
        var parts = visit.path().split("/", -1);
        var first = parts.length > 1 ? parts[1] : "";
        if (visit.shop() == null) {
            return visit.base().isEmpty() && first.isEmpty() ? installation(visit) : missing(visit, HttpStatus.NOT_FOUND);
        }
        return switch (first) {
            case "" -> home(visit);
            case "p" -> parts.length == 3 ? product(visit, parts[2]) : missing(visit, HttpStatus.NOT_FOUND);
            case "c" -> parts.length == 3 ? category(visit, parts[2]) : missing(visit, HttpStatus.NOT_FOUND);
            default -> OTHERS.contains(first) ? other(visit) : missing(visit, HttpStatus.NOT_FOUND);
        };
    }

    private Entry installation(Visit visit) {
        var found = shops.byIds(shops.after(0, SHOPS_LISTED)).values().stream().filter(it -> it.state() == Shop.State.OPEN)
                .sorted(Comparator.comparing(Shop::name)).toList();
        return new Entry("shops", HttpStatus.OK, Shell.HOUSE, visit.words().text("description.installation"), true, null, Map.of(),
                List.of(StructuredData.organization(Shell.HOUSE, visit.origin() + "/")), Map.of(), FirstPaint.shops(visit, found));
    }

    private Entry home(Visit visit) {
        var shop = visit.known();
        var page = composeHome.compose(shop);
        return new Entry("home", HttpStatus.OK, shop.name(), visit.words().text("description.home", shop.name()), shop.state() == Shop.State.OPEN,
                picture(visit, page.products()), Map.of(), List.of(StructuredData.organization(shop.name(), visit.address(""))),
                answers(visit, "", front(shop), "/home", page), FirstPaint.home(visit, shelf.categories(shop), page.products()));
    }

    private Entry product(Visit visit, String id) {
        if (!id.matches("[1-9]\\d{0,18}")) {
            return missing(visit, HttpStatus.NOT_FOUND);
        }
        var shop = visit.known();
        var number = new BigInteger(id);
        if (number.bitLength() > 63) {
            return missing(visit, HttpStatus.NOT_FOUND);
        }
        return find(shop, number.longValue()).map(product -> product(visit, product))
                .orElseGet(() -> missing(visit, shelf.wasSold(shop, number.longValue()) ? HttpStatus.GONE : HttpStatus.NOT_FOUND));
    }

    private Entry product(Visit visit, ProductPage product) {
        var shop = visit.known();
        var picture = product.pictures().isEmpty() ? null : StructuredData.picture(visit, product.pictures().getFirst());
        return new Entry("product", HttpStatus.OK, product.title() + " · " + shop.name(), shortened(product.description(), visit), shop.state() == Shop.State.OPEN,
                picture, StructuredData.price(product), List.of(StructuredData.product(visit, product), StructuredData.trail(visit, product)),
                answers(visit, "", front(shop), "/products/" + product.id(), product), FirstPaint.product(visit, product));
    }

    private Entry category(Visit visit, String slug) {
        var shop = visit.known();
        var categories = shelf.categories(shop);
        var found = all(categories).filter(it -> it.slug().equals(slug)).findFirst();
        if (found.isEmpty()) {
            return missing(visit, HttpStatus.NOT_FOUND);
        }
        var category = found.get();
        var products = shelf.list(shop, ListAsk.of(category.slug(), LISTED));
        return new Entry("category", HttpStatus.OK, category.name() + " · " + shop.name(), visit.words().text("description.home", category.name() + " · " + shop.name()),
                shop.state() == Shop.State.OPEN, picture(visit, products.items()), Map.of(), List.of(StructuredData.trail(visit, category)),
                answers(visit, "", front(shop), "/categories", Map.of("items", categories),
                        "/products?category=" + category.slug() + "&limit=" + LISTED + "&sort=recommended", products),
                FirstPaint.category(visit, category, products.items()));
    }

    private Entry other(Visit visit) {
        var shop = visit.known();
        return new Entry("other", HttpStatus.OK, shop.name(), visit.words().text("description.home", shop.name()), false, null, Map.of(), List.of(),
                answers(visit, "", front(shop)), FirstPaint.nothing(visit));
    }

    private Entry missing(Visit visit, HttpStatus status) {
        var said = visit.words().text(status == HttpStatus.GONE ? "gone" : "missing");
        var answers = visit.shop() == null ? Map.<String, Object>of() : answers(visit, "", front(visit.shop()));
        return new Entry("missing", status, said, said, false, null, Map.of(), List.of(), answers, FirstPaint.missing(visit, said));
    }

    private Optional<ProductPage> find(Shop shop, long product) {
        try {
            return Optional.of(shelf.find(shop, product));
        } catch (CatalogProblem.UnknownProduct e) {
            return Optional.empty();
        }
    }

    private ShopFront front(Shop shop) {
        return ShopFront.of(shop, badges.of(shop.id()));
    }

    private static String picture(Visit visit, List<Card> products) {
        return products.stream().map(Card::picture).filter(it -> it != null).findFirst().map(it -> StructuredData.picture(visit, it)).orElse("");
    }

    private static Stream<CategoryNode> all(List<CategoryNode> tree) {
        return tree.stream().flatMap(it -> Stream.concat(Stream.of(it), all(it.children())));
    }

    private static String shortened(String description, Visit visit) {
        var line = description.replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) {
            return visit.words().text("description.home", visit.known().name());
        }
        return line.length() <= DESCRIPTION_MAX ? line : line.substring(0, line.offsetByCodePoints(0, Math.min(DESCRIPTION_MAX - 1,
                line.codePointCount(0, line.length())))) + "…";
    }

    /** By addresses below the shop's own, so that the program takes them for the answers that they are. */
    private static Map<String, Object> answers(Visit visit, Object... pairs) {
        var answers = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            answers.put("/api/v1/shops/" + visit.known().slug() + pairs[i], pairs[i + 1]);
        }
        return answers;
    }
}
