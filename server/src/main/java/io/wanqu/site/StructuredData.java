package io.wanqu.site;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.catalog.shelf.CategoryNode;
import io.wanqu.catalog.shelf.Goods;
import io.wanqu.catalog.shelf.ProductPage;
import io.wanqu.catalog.shelf.Shown;
import io.wanqu.catalog.shelf.StockLevel;
import io.wanqu.kernel.Money;

/** What search engines read, in the words of schema.org. It says what the page says, and no exact stock of keys. */
final class StructuredData {

    private static final String SCHEMA = "https://schema.org";
    private static final int PICTURE_WIDTH = 800;

    private StructuredData() {
    }

    static Map<String, Object> organization(String name, String address) {
        return thing("Organization", "name", name, "url", address);
    }

    static Map<String, Object> product(Visit visit, ProductPage product) {
        var thing = thing("Product", "name", product.title(), "sku", product.id(), "url", visit.address("/p/" + product.id()),
                "brand", part("Brand", "name", visit.known().name()));
        if (!product.description().isBlank()) {
            thing.put("description", product.description());
        }
        if (!product.pictures().isEmpty()) {
            thing.put("image", product.pictures().stream().map(it -> picture(visit, it)).toList());
        }
        if (!product.skus().isEmpty()) {
            thing.put("offers", product.skus().size() == 1 ? offer(visit, product, product.skus().getFirst()) : offers(visit, product));
        }
        return thing;
    }

    private static Map<String, Object> offer(Visit visit, ProductPage product, Goods sku) {
        var offer = part("Offer", "url", visit.address("/p/" + product.id()), "price", plain(sku.price()),
                "priceCurrency", sku.price().currency().getCurrencyCode(), "availability", availability(sku.stock()),
                "itemCondition", SCHEMA + "/NewCondition", "seller", part("Organization", "name", visit.known().name()));
        if (!sku.title().isBlank()) {
            offer.put("name", sku.title());
        }
        return offer;
    }

    private static Map<String, Object> offers(Visit visit, ProductPage product) {
        var byPrice = Comparator.<Goods>comparingLong(it -> it.price().minor());
        var low = product.skus().stream().min(byPrice).orElseThrow().price();
        return part("AggregateOffer", "url", visit.address("/p/" + product.id()), "lowPrice", plain(low),
                "highPrice", plain(product.skus().stream().max(byPrice).orElseThrow().price()), "priceCurrency", low.currency().getCurrencyCode(),
                "offerCount", product.skus().size(), "availability", availability(product.stock()),
                "offers", product.skus().stream().map(sku -> offer(visit, product, sku)).toList());
    }

    static Map<String, Object> trail(Visit visit, ProductPage product) {
        var steps = new ArrayList<Map<String, Object>>();
        steps.add(step(1, visit.known().name(), visit.address("")));
        if (!product.categories().isEmpty()) {
            var category = product.categories().getFirst();
            steps.add(step(2, category.name(), visit.address("/c/" + category.slug())));
        }
        steps.add(step(steps.size() + 1, product.title(), visit.address("/p/" + product.id())));
        return thing("BreadcrumbList", "itemListElement", steps);
    }

    static Map<String, Object> trail(Visit visit, CategoryNode category) {
        return thing("BreadcrumbList", "itemListElement", List.of(step(1, visit.known().name(), visit.address("")),
                step(2, category.name(), visit.address("/c/" + category.slug()))));
    }

    /** Of Open Graph. */
    static Map<String, String> price(ProductPage product) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("og:type", "product");
        if (product.from() != null) {
            properties.put("product:price:amount", plain(product.from()));
            properties.put("product:price:currency", product.from().currency().getCurrencyCode());
        }
        properties.put("product:availability", product.stock() == StockLevel.SOLD_OUT ? "out of stock" : "in stock");
        return properties;
    }

    static String picture(Visit visit, Shown picture) {
        return visit.origin() + "/media/" + picture.hash() + "/" + PICTURE_WIDTH;
    }

    private static Map<String, Object> step(int position, String name, String address) {
        return part("ListItem", "position", position, "name", name, "item", address);
    }

    private static String availability(StockLevel level) {
        return SCHEMA + switch (level) {
            case SOLD_OUT -> "/OutOfStock";
            case LAST, FEW -> "/LimitedAvailability";
            case PLENTY -> "/InStock";
        };
    }

    private static String plain(Money money) {
        return BigDecimal.valueOf(money.minor(), money.currency().getDefaultFractionDigits()).toPlainString();
    }

    private static Map<String, Object> thing(String type, Object... pairs) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@context", SCHEMA);
        thing.putAll(part(type, pairs));
        return thing;
    }

    private static Map<String, Object> part(String type, Object... pairs) {
        var part = new LinkedHashMap<String, Object>();
        part.put("@type", type);
        for (var i = 0; i < pairs.length; i += 2) {
            part.put((String) pairs[i], pairs[i + 1]);
        }
        return part;
    }
}
