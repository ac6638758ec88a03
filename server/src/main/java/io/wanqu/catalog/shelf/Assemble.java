package io.wanqu.catalog.shelf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.wanqu.catalog.CatalogProblem;
import io.wanqu.catalog.category.Categories;
import io.wanqu.catalog.category.Category;
import io.wanqu.catalog.finding.Finder;
import io.wanqu.kernel.ShopId;
import io.wanqu.media.Picture;
import io.wanqu.media.Pictures;
import io.wanqu.shop.Shop;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is on sale, in a fixed number of statements however long the list. */
@Component
class Assemble {

    private static final int SUGGESTIONS = 10;

    private final ShelfRows rows;
    private final Pieces pieces;
    private final Extras extras;
    private final Categories categories;
    private final Pictures pictures;
    private final Finder finder;

    Assemble(ShelfRows rows, Pieces pieces, Extras extras, Categories categories, Pictures pictures, Finder finder) {
        this.rows = rows;
        this.pieces = pieces;
        this.extras = extras;
        this.categories = categories;
        this.pictures = pictures;
        this.finder = finder;
    }

    Copies.Found list(Shop shop, List<CategoryNode> tree, ListAsk ask) {
        var searched = ask.query() == null || ask.query().isBlank() ? null : finder.find(shop.id(), ask.query());
        var within = new ShelfRows.Within(ask.category() == null ? null : below(tree, ask.category()), searched);
        var found = rows.list(shop.id(), ask, within, ask.limit() + 1);
        var shown = found.size() > ask.limit() ? found.subList(0, ask.limit()) : found;
        var contents = contents(shop, tree, shown, true);
        return new Copies.Found(contents, shown.size() < found.size() ? contents.getLast().place().text() : null);
    }

    List<Content> some(Shop shop, List<CategoryNode> tree, Collection<Long> products) {
        return contents(shop, tree, rows.find(shop.id(), products), true);
    }

    boolean withdrawn(Shop shop, long product) {
        return rows.withdrawn(shop.id(), product);
    }

    List<Content> pages(Shop shop, List<CategoryNode> tree, Collection<Long> products) {
        return contents(shop, tree, rows.find(shop.id(), products), false);
    }

    /** Titles and categories that somebody may mean. */
    List<String> suggest(Shop shop, List<CategoryNode> tree, String query) {
        var names = all(tree).map(CategoryNode::name).filter(name -> Finder.matches(name, query));
        return Stream.concat(names, finder.suggest(shop.id(), query).stream()).distinct().limit(SUGGESTIONS).toList();
    }

    List<CategoryNode> categories(ShopId shop) {
        var all = categories.all(shop);
        var counts = categories.countsOnSale(shop);
        var found = pictures.find(shop, all.stream().map(Category::picture).filter(Objects::nonNull).toList());
        return all.stream().filter(it -> it.parent() == null).map(it -> node(it, counts,
                all.stream().filter(child -> Objects.equals(child.parent(), it.id())).map(child -> node(child, counts, List.of(), found)).toList(),
                found)).toList();
    }

    private static CategoryNode node(Category it, Map<Long, Long> counts, List<CategoryNode> children, Map<String, Picture> found) {
        var picture = it.picture() == null ? null : found.get(it.picture());
        return new CategoryNode(Long.toString(it.id()), it.slug(), it.name(), picture == null ? null : Shown.of(picture, it.name()),
                counts.getOrDefault(it.id(), 0L), children);
    }

    private List<Content> contents(Shop shop, List<CategoryNode> tree, List<ShelfRows.Row> found, boolean lists) {
        if (found.isEmpty()) {
            return List.of();
        }
        var ids = found.stream().map(ShelfRows.Row::id).toList();
        var skus = pieces.of(shop, ids);
        var alts = rows.pictures(shop.id(), ids, lists);
        var known = pictures.find(shop.id(), alts.values().stream().flatMap(it -> it.keySet().stream()).collect(Collectors.toSet()));
        var sorted = rows.categories(shop.id(), ids);
        var links = links(tree);
        var contents = new ArrayList<Content>();
        for (var row : found) {
            var shown = alts.getOrDefault(row.id(), Map.of()).entrySet().stream().filter(it -> known.containsKey(it.getKey()))
                    .map(it -> Shown.of(known.get(it.getKey()), it.getValue())).toList();
            var under = sorted.getOrDefault(row.id(), List.of()).stream().map(links::get).filter(Objects::nonNull).toList();
            var own = skus.getOrDefault(row.id(), List.of());
            contents.add(lists ? Content.ofList(row, shown, under, own)
                    : Content.ofPage(row, shown, under, own, extras.warrantyHours(shop.id(), row.id(), own)));
        }
        return List.copyOf(contents);
    }

    private static Map<Long, ProductPage.CategoryLink> links(List<CategoryNode> tree) {
        var links = new HashMap<Long, ProductPage.CategoryLink>();
        tree.forEach(it -> {
            links.put(Long.parseLong(it.id()), link(it, null));
            it.children().forEach(child -> links.put(Long.parseLong(child.id()), link(child, it.slug())));
        });
        return links;
    }

    private static ProductPage.CategoryLink link(CategoryNode it, @Nullable String parent) {
        return new ProductPage.CategoryLink(it.id(), it.slug(), it.name(), parent);
    }

    /** The category with this slug and all below it. */
    private static Collection<Long> below(List<CategoryNode> tree, String slug) {
        var node = all(tree).filter(it -> it.slug().equals(slug)).findFirst().orElseThrow(() -> new CatalogProblem.UnknownCategory(slug));
        var ids = new LinkedHashSet<Long>();
        all(List.of(node)).forEach(it -> ids.add(Long.parseLong(it.id())));
        return ids;
    }

    private static Stream<CategoryNode> all(List<CategoryNode> tree) {
        return tree.stream().flatMap(it -> Stream.concat(Stream.of(it), it.children().stream()));
    }
}
