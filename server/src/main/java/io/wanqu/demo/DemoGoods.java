package io.wanqu.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.catalog.WriteProduct;
import io.wanqu.catalog.WriteSku;
import io.wanqu.inventory.sharing.OpenPool;
import io.wanqu.kernel.Money;
import io.wanqu.pricing.WritePriceList;
import io.wanqu.shop.Shop;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Puts the goods of the demo shop on sale: ordinary cards, an account that many share, numbers to pick from. */
@Component
@ConditionalOnProperty("wanqu.demo")
class DemoGoods {

    private final WriteProduct writeProduct;
    private final WriteSku writeSku;
    private final WritePriceList writePriceList;
    private final OpenPool openPool;
    private final DemoCards cards;
    private final DemoPages pages;

    DemoGoods(WriteProduct writeProduct, WriteSku writeSku, WritePriceList writePriceList, OpenPool openPool, DemoCards cards, DemoPages pages) {
        this.writeProduct = writeProduct;
        this.writeSku = writeSku;
        this.writePriceList = writePriceList;
        this.openPool = openPool;
        this.cards = cards;
        this.pages = pages;
    }

    /** Returns the ids by name, for scripts. */
    Map<String, Object> stock(Shop shop) {
        var goods = Goods.read();
        var shelf = new Shelf(pages.categories(shop, goods.categories()), pages.pictures(shop, goods.products()));
        var facts = new LinkedHashMap<String, Object>();
        var products = new HashMap<String, Long>();
        // Of equals the newest is shown first.
        goods.products().reversed().forEach(it -> products.put(it.name(), add(facts, shop, it, shelf)));
        pages.decorate(shop, goods, products);
        return facts;
    }

    private long add(Map<String, Object> facts, Shop shop, Goods.Product it, Shelf shelf) {
        var product = writeProduct.add(shop.id(), new WriteProduct.Content(it.title(), it.description(), WriteProduct.State.ON, it.howToUse(),
                it.warranty(), it.tags(), it.weight(), List.of(shelf.categories.get(it.category())), List.of(shelf.pictures.get(it.name()))));
        for (var i = 0; i < it.skus().size(); i++) {
            add(facts, shop, product, it, i);
        }
        return product;
    }

    private void add(Map<String, Object> facts, Shop shop, long product, Goods.Product of, int number) {
        var it = of.skus().get(number);
        var pool = openPool.open(shop.id(), it.title().isEmpty() ? of.title() : of.title() + " · " + it.title(), it.shared());
        var sku = writeSku.add(shop.id(), product, new WriteSku.Content(pool, it.title(), Money.of(it.price(), shop.currency()), true, it.perOrderMax(),
                it.chooseable(), it.compareAt()));
        if (it.tiers() != null) {
            var rows = new ArrayList<WritePriceList.Row>();
            it.tiers().forEach(tier -> rows.add(new WritePriceList.Row("多买优惠", null, Math.toIntExact(tier.getFirst()), tier.getLast(), null, null)));
            writePriceList.replace(shop.id(), sku, rows);
        }
        cards.load(shop.id(), pool, it);
        var name = number == 0 ? of.name() : of.name() + number;
        facts.put(name + "Pool", pool);
        facts.put(name + "Sku", sku);
    }

    /** What products stand on: the ids of categories by slug, and pictures by the names of products. */
    private record Shelf(Map<String, String> categories, Map<String, WriteProduct.Illustration> pictures) {
    }
}
