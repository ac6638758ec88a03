package io.wanqu.catalog.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.catalog.CatalogProblem;
import io.wanqu.catalog.WriteProduct;
import io.wanqu.catalog.WriteSku;
import io.wanqu.catalog.category.Categories;
import io.wanqu.catalog.category.Category;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.Problem;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes products in from the lines of a file. Each line has an answer; a wrong one is left out, and the others are written. */
@Component
class TakeRows {

    private static final int PER_ORDER_USUAL = 10;

    private final WriteProduct writeProduct;
    private final WriteSku writeSku;
    private final Categories categories;
    private final Shops shops;
    private final KeepPictures pictures;

    TakeRows(WriteProduct writeProduct, WriteSku writeSku, Categories categories, Shops shops, KeepPictures pictures) {
        this.writeProduct = writeProduct;
        this.writeSku = writeSku;
        this.categories = categories;
        this.shops = shops;
        this.pictures = pictures;
    }

    List<Answer> take(ShopId id, List<FileRow> rows) {
        var shop = shops.byId(id);
        var slugs = categories.all(id).stream().collect(Collectors.toMap(Category::slug, it -> Long.toString(it.id())));
        var answers = new ArrayList<Answer>();
        FileRow before = null;
        var product = 0L;
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            try {
                product = row.sameProduct(before) && product != 0 ? product : product(shop, row, slugs);
                before = row;
                answers.add(Answer.done(i + 1, product, FileRow.text(row.price()).isEmpty() ? null : sku(shop, product, row)));
            } catch (Problem refusal) {
                if (!row.sameProduct(before)) {
                    before = row;
                    product = 0;
                }
                answers.add(Answer.refused(i + 1, refusal));
            }
        }
        return answers;
    }

    private long product(Shop shop, FileRow row, Map<String, String> slugs) {
        var known = FileRow.text(row.product());
        var content = new WriteProduct.Content(row.title(), row.description(), state(row.state()), row.howToUse(), row.warranty(), parts(row.tags()),
                FileRow.text(row.weight()).isEmpty() ? 0 : (int) number("weight", row.weight()),
                parts(row.categories()).stream().map(slug -> category(slugs, slug)).toList(), null);
        if (known.isEmpty()) {
            return writeProduct.add(shop.id(), content);
        }
        var product = Id.parse("product", known);
        writeProduct.change(shop.id(), product, pictures.of(shop.id(), product, content));
        return product;
    }

    private SkuId sku(Shop shop, long product, FileRow row) {
        var max = FileRow.text(row.perOrderMax());
        var content = new WriteSku.Content(new PoolId(Id.parse("pool", FileRow.text(row.pool()))), FileRow.text(row.variant()),
                money(shop, "price", row.price()), !FileRow.text(row.on()).equalsIgnoreCase("false"),
                max.isEmpty() ? PER_ORDER_USUAL : (int) number("per_order_max", max), FileRow.text(row.chooseable()).equalsIgnoreCase("true"),
                FileRow.text(row.compareAt()).isEmpty() ? null : Long.valueOf(money(shop, "compare_at", row.compareAt()).minor()));
        if (FileRow.text(row.sku()).isEmpty()) {
            return writeSku.add(shop.id(), product, content);
        }
        var sku = new SkuId(Id.parse("sku", FileRow.text(row.sku())));
        writeSku.change(shop.id(), sku, content);
        return sku;
    }

    private static Money money(Shop shop, String field, @Nullable String text) {
        var unit = Money.of(0, shop.currency());
        try {
            return new Money(new BigDecimal(FileRow.text(text)).movePointRight(unit.currency().getDefaultFractionDigits()).longValueExact(), unit.currency());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new KernelProblem.InvalidValue(field, "an amount such as 9.90");
        }
    }

    private static WriteProduct.State state(@Nullable String text) {
        try {
            return FileRow.text(text).isEmpty() ? WriteProduct.State.DRAFT : WriteProduct.State.valueOf(FileRow.text(text).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new KernelProblem.InvalidValue("state", "one of draft, on, off");
        }
    }

    private static long number(String field, @Nullable String text) {
        try {
            return Integer.parseInt(FileRow.text(text));
        } catch (NumberFormatException e) {
            throw new KernelProblem.InvalidValue(field, "a whole number");
        }
    }

    private static List<String> parts(@Nullable String text) {
        return Arrays.stream(FileRow.text(text).split("[;；]")).map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    private static String category(Map<String, String> slugs, String slug) {
        var id = slugs.get(slug);
        if (id == null) {
            throw new CatalogProblem.UnknownCategory(slug);
        }
        return id;
    }

    /**
     * What became of a line.
     *
     * @param line  1 for the first after the names
     * @param code  the refusal; absent where it was written
     * @param facts what would be right
     */
    record Answer(int line, @Nullable String product, @Nullable SkuId sku, @Nullable String code, Map<String, Object> facts) {

        static Answer done(int line, long product, @Nullable SkuId sku) {
            return new Answer(line, Long.toString(product), sku, null, Map.of());
        }

        static Answer refused(int line, Problem refusal) {
            return new Answer(line, null, null, refusal.code(), refusal.facts());
        }
    }
}
