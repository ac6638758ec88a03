package io.wanqu.catalog.shelf;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.wanqu.catalog.Offer;
import io.wanqu.catalog.RichText;
import io.wanqu.catalog.hint.ChoiceHint;
import io.wanqu.catalog.hint.PriceHint;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.PoolId;

import org.jspecify.annotations.Nullable;

/** A product on sale without what changes with every sale. */
record Content(ShelfRows.Row row, String descriptionHtml, String howToUseHtml, List<Shown> pictures,
        List<ProductPage.CategoryLink> categories, List<Piece> skus, long warrantyHours) {

    /** Without the long texts, which lists don't show. */
    static Content ofList(ShelfRows.Row row, List<Shown> pictures, List<ProductPage.CategoryLink> categories, List<Piece> skus) {
        return new Content(row, "", "", pictures, categories, skus, 0);
    }

    static Content ofPage(ShelfRows.Row row, List<Shown> pictures, List<ProductPage.CategoryLink> categories, List<Piece> skus,
            long warrantyHours) {
        return new Content(row, RichText.html(row.texts().description()), RichText.html(row.texts().howToUse()), pictures, categories, skus,
                warrantyHours);
    }

    long id() {
        return row.id();
    }

    ListAsk.Place place() {
        return new ListAsk.Place(row.key(), row.id());
    }

    /** Roughly, for the bound on all copies. */
    int characters() {
        return descriptionHtml.length() + howToUseHtml.length() + row.texts().description().length() + 2_000 + 500 * skus.size();
    }

    Card card(Map<PoolId, Long> left) {
        var goods = goods(left);
        var from = cheapest();
        return new Card(Long.toString(row.id()), row.title(), pictures.isEmpty() ? null : pictures.getFirst(), row.tags(),
                categories.stream().map(ProductPage.CategoryLink::id).toList(), from == null ? null : from.price(), from == null ? null : from.compareAt(),
                row.sold(), level(goods), goods);
    }

    ProductPage page(Map<PoolId, Long> left, Map<String, Page<ChoiceHint.Choice>> choices) {
        var goods = goods(left);
        var from = cheapest();
        return new ProductPage(Long.toString(row.id()), row.title(), RichText.plain(row.texts().description()), descriptionHtml, howToUseHtml,
                new ProductPage.Warranty(warrantyHours, row.texts().warranty()), row.tags(), categories, pictures,
                from == null ? null : from.price(), from == null ? null : from.compareAt(), row.sold(), level(goods), goods, choices, row.changedAt());
    }

    private @Nullable Piece cheapest() {
        return skus.stream().min(Comparator.comparingLong(it -> it.price().minor())).orElse(null);
    }

    private List<Goods> goods(Map<PoolId, Long> left) {
        return skus.stream().map(it -> it.goods(left.get(it.offer.pool()))).toList();
    }

    private static StockLevel level(List<Goods> goods) {
        return Stream.concat(Stream.of(StockLevel.SOLD_OUT), goods.stream().map(Goods::stock)).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** A SKU without what changes with every sale. */
    record Piece(Offer offer, String title, @Nullable Money compareAt, List<PriceHint.Step> steps) {

        Money price() {
            return steps.getFirst().unit();
        }

        Goods goods(@Nullable Long left) {
            return new Goods(offer.sku(), title, price(), offer.price(), compareAt, steps, offer.perOrderMax(), offer.chooseable(),
                    StockLevel.of(left), StockLevel.told(left));
        }
    }
}
