package io.wanqu.site;

import java.util.List;
import java.util.stream.Collectors;

import io.wanqu.catalog.shelf.Card;
import io.wanqu.catalog.shelf.CategoryNode;
import io.wanqu.catalog.shelf.Goods;
import io.wanqu.catalog.shelf.ProductPage;
import io.wanqu.catalog.shelf.Shown;
import io.wanqu.kernel.Money;
import io.wanqu.shop.Shop;

import org.jspecify.annotations.Nullable;

/** What is read before any program runs: name, price, stock, description, and links to go on. */
final class FirstPaint {

    private static final int THUMBNAIL = 400;
    private static final int LARGE = 800;

    private FirstPaint() {
    }

    static Html shops(Visit visit, List<Shop> shops) {
        var html = new Html().open("main").line("h1", Shell.HOUSE).line("p", visit.words().text("description.installation")).open("ul");
        shops.forEach(shop -> html.open("li").line("a", shop.name(), "href", "/s/" + shop.slug()).close("li"));
        return html.close("ul").close("main");
    }

    static Html home(Visit visit, List<CategoryNode> categories, List<Card> products) {
        var html = new Html().open("main").line("h1", visit.known().name());
        closed(visit, html);
        if (!categories.isEmpty()) {
            html.open("nav", "aria-label", visit.words().text("categories")).open("ul", "class", "first-links");
            categories.forEach(it -> html.open("li").line("a", it.name(), "href", visit.link("/c/" + it.slug())).close("li"));
            html.close("ul").close("nav");
        }
        return cards(visit, html, products).close("main");
    }

    static Html category(Visit visit, CategoryNode category, List<Card> products) {
        var html = back(visit, new Html()).open("main").line("h1", category.name());
        closed(visit, html);
        return cards(visit, html, products).close("main");
    }

    static Html product(Visit visit, ProductPage product) {
        var html = back(visit, new Html()).open("main");
        if (!product.pictures().isEmpty()) {
            picture(html, product.pictures().getFirst(), LARGE, true);
        }
        html.line("h1", product.title());
        closed(visit, html);
        if (product.from() != null) {
            html.line("p", price(visit, product.skus(), product.from()), "class", "first-price");
        }
        html.line("p", visit.words().stock(product.stock(), product.skus().size() == 1 ? product.skus().getFirst().left() : null), "class", "first-stock");
        if (product.skus().size() > 1) {
            html.open("ul", "class", "first-skus");
            product.skus().forEach(sku -> html.line("li", sku.title() + " · " + visit.words().money(sku.price()) + " · "
                    + visit.words().stock(sku.stock(), sku.left())));
            html.close("ul");
        }
        return html.open("div", "class", "first-text").safe(product.descriptionHtml()).close("div").close("main");
    }

    static Html nothing(Visit visit) {
        return new Html().open("main").line("h1", visit.known().name()).close("main");
    }

    static Html missing(Visit visit, String said) {
        var html = new Html().open("main").line("h1", said);
        if (visit.shop() != null) {
            html.open("p").line("a", visit.words().text("to-shop"), "href", visit.link("")).close("p");
        }
        return html.close("main");
    }

    private static Html cards(Visit visit, Html html, List<Card> products) {
        html.open("ul", "class", "first-cards");
        products.forEach(it -> {
            html.open("li").open("a", "href", visit.link("/p/" + it.id()));
            if (it.picture() != null) {
                picture(html, it.picture(), THUMBNAIL, false);
            }
            html.line("h2", it.title());
            if (it.from() != null) {
                html.line("p", price(visit, it.skus(), it.from()), "class", "first-price");
            }
            html.line("p", visit.words().stock(it.stock(), null), "class", "first-stock").close("a").close("li");
        });
        return html.close("ul");
    }

    private static String price(Visit visit, List<Goods> skus, Money from) {
        var differs = skus.stream().anyMatch(it -> it.price().minor() != from.minor());
        return differs ? visit.words().text("price.from", visit.words().money(from)) : visit.words().money(from);
    }

    private static Html back(Visit visit, Html html) {
        return html.open("nav").line("a", visit.known().name(), "href", visit.link("")).close("nav");
    }

    private static void closed(Visit visit, Html html) {
        if (visit.known().state() != Shop.State.OPEN) {
            html.line("p", visit.words().text("closed"), "class", "first-closed");
        }
    }

    private static void picture(Html html, @Nullable Shown picture, int width, boolean first) {
        if (picture != null) {
            var sources = picture.widths().stream().map(it -> "/media/" + picture.hash() + "/" + it + " " + it + "w").collect(Collectors.joining(", "));
            html.open("img", "class", first ? "first-picture" : "first-thumbnail", "src", "/media/" + picture.hash() + "/" + width, "alt", picture.alt(),
                    "srcset", picture.widths().size() > 1 ? sources : "", "sizes", picture.widths().size() > 1 ? first ? "(min-width: 48rem) 24rem, 100vw" : "12rem" : "",
                    "width", String.valueOf(picture.width()), "height", String.valueOf(picture.height()), "loading", first ? "" : "lazy",
                    "fetchpriority", first ? "high" : "");
        }
    }
}
