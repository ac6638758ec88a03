package io.wanqu.content;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.wanqu.catalog.CatalogProblem;
import io.wanqu.catalog.Freshness;
import io.wanqu.catalog.RichText;
import io.wanqu.catalog.shelf.Card;
import io.wanqu.catalog.shelf.CategoryNode;
import io.wanqu.catalog.shelf.ListAsk;
import io.wanqu.catalog.shelf.Shelf;
import io.wanqu.catalog.shelf.Shown;
import io.wanqu.media.Picture;
import io.wanqu.media.Pictures;
import io.wanqu.shop.Shop;

import org.springframework.stereotype.Component;

/** Puts the first page together; at most two seconds old, and new at once after a change on this node. */
@Component
public class ComposeHome {

    private static final Duration COPIED = Duration.ofSeconds(2);
    private static final int COPIES_MAX = 1_000;
    private static final int ROWS_MAX = 4;
    private static final int FIRST_ROW = 12;
    private static final int ROW = 8;

    private final Homes homes;
    private final Shelf shelf;
    private final Pictures pictures;
    private final Shop.Badges badges;
    private final Freshness freshness;
    private final Cache<Key, HomePage> copies = Caffeine.newBuilder().expireAfterWrite(COPIED).maximumSize(COPIES_MAX).build();

    ComposeHome(Homes homes, Shelf shelf, Pictures pictures, Shop.Badges badges, Freshness freshness) {
        this.homes = homes;
        this.shelf = shelf;
        this.pictures = pictures;
        this.badges = badges;
        this.freshness = freshness;
    }

    public HomePage compose(Shop shop) {
        return copies.get(new Key(shop, freshness.number(shop.id())), key -> fresh(shop));
    }

    private HomePage fresh(Shop shop) {
        var tree = shelf.categories(shop);
        var written = homes.find(shop.id());
        var home = written.map(Homes.Written::home).orElse(Home.EMPTY);
        var decorated = !home.blocks().isEmpty();
        var blocks = decorated ? home.blocks() : usual(tree);
        var found = pictures.find(shop.id(), home.pictures());
        var chosen = chosen(shop, blocks);
        return new HomePage(shop.slug(), shop.name(), shop.state(), shop.currency(), badges.of(shop.id()), decorated, home.announcement(),
                home.contact(), home.links(), RichText.html(home.footer()),
                blocks.stream().map(block -> piece(shop, block, tree, found, chosen)).toList());
    }

    /** What a page shows whose merchant has written none. */
    private static List<Home.Block> usual(List<CategoryNode> tree) {
        var blocks = new ArrayList<Home.Block>();
        if (!tree.isEmpty()) {
            blocks.add(Home.Block.of(Home.Kind.CATEGORIES, "", null, 0));
        }
        blocks.add(Home.Block.of(Home.Kind.PRODUCTS, "", null, FIRST_ROW));
        tree.stream().filter(it -> it.products() > 0).limit(ROWS_MAX)
                .forEach(it -> blocks.add(Home.Block.of(Home.Kind.PRODUCTS, it.name(), it.slug(), ROW)));
        return blocks;
    }

    /** All products that were chosen by hand, in one go. */
    private Map<String, Card> chosen(Shop shop, List<Home.Block> blocks) {
        var ids = blocks.stream().flatMap(block -> block.products().stream()).map(Long::valueOf).distinct().toList();
        var cards = new HashMap<String, Card>();
        if (!ids.isEmpty()) {
            shelf.cards(shop, ids).forEach(card -> cards.put(card.id(), card));
        }
        return cards;
    }

    private HomePage.Piece piece(Shop shop, Home.Block block, List<CategoryNode> tree, Map<String, Picture> found, Map<String, Card> chosen) {
        var banners = block.pictures().stream().filter(it -> found.containsKey(it.hash()))
                .map(it -> new HomePage.BannerPicture(Shown.of(found.get(it.hash()), it.alt()), it.link())).toList();
        var products = block.kind() == Home.Kind.PRODUCTS ? products(shop, block, chosen) : List.<Card>of();
        return new HomePage.Piece(block.kind(), block.title(), block.kind() == Home.Kind.NOTICE ? block.text() : "",
                block.kind() == Home.Kind.TEXT ? RichText.html(block.text()) : "", banners, products,
                block.kind() == Home.Kind.CATEGORIES ? tree : List.of(), block.category(), block.sort());
    }

    private List<Card> products(Shop shop, Home.Block block, Map<String, Card> chosen) {
        if (!block.products().isEmpty()) {
            return block.products().stream().filter(chosen::containsKey).map(chosen::get).limit(block.shown()).toList();
        }
        try {
            return shelf.list(shop, new ListAsk(block.category(), null, false, null, null, ListAsk.Sort.of(block.sort()), null, block.shown())).items();
        } catch (CatalogProblem.UnknownCategory e) {
            // The category went after the page was written; the rest of the page is still good.
            return List.of();
        }
    }

    private record Key(Shop shop, long number) {
    }
}
