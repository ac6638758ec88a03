package io.wanqu.catalog.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import io.wanqu.kernel.Csv;
import io.wanqu.kernel.KernelProblem;

import org.jspecify.annotations.Nullable;

/**
 * A line of a file of products: a SKU with all of its product, as text. Empty ids mean something new; lines without a product
 * id belong to the product of the line before them where they have the same title.
 *
 * @param tags       parted by semicolons, as are categories, which are slugs
 * @param price      in the currency of the shop, with a decimal point; without one the line is a product alone
 */
record FileRow(@Nullable String product, @Nullable String title, @Nullable String description, @Nullable String state, @Nullable String howToUse,
        @Nullable String warranty, @Nullable String tags, @Nullable String categories, @Nullable String weight, @Nullable String sku,
        @Nullable String variant, @Nullable String pool, @Nullable String price, @Nullable String compareAt, @Nullable String on,
        @Nullable String perOrderMax, @Nullable String chooseable) {

    static final List<String> NAMES = List.of("product", "title", "description", "state", "how_to_use", "warranty", "tags", "categories", "weight",
            "sku", "variant", "pool", "price", "compare_at", "on", "per_order_max", "chooseable");

    /** Columns may stand in any order, and those that are missing are empty. */
    static FileRow of(List<String> names, List<String> cells) {
        var cell = new HashMap<String, String>();
        for (var i = 0; i < Math.min(names.size(), cells.size()); i++) {
            cell.put(names.get(i), plain(cells.get(i)));
        }
        return new FileRow(cell.get("product"), cell.get("title"), cell.get("description"), cell.get("state"), cell.get("how_to_use"), cell.get("warranty"),
                cell.get("tags"), cell.get("categories"), cell.get("weight"), cell.get("sku"), cell.get("variant"), cell.get("pool"), cell.get("price"),
                cell.get("compare_at"), cell.get("on"), cell.get("per_order_max"), cell.get("chooseable"));
    }

    static List<String> names(List<String> header) {
        var names = header.stream().map(it -> it.strip().replace("\ufeff", "")).toList();
        names.stream().filter(it -> !NAMES.contains(it)).findFirst().ifPresent(it -> {
            throw new KernelProblem.InvalidValue("the first line", "the columns " + String.join(", ", NAMES));
        });
        return names;
    }

    /** Safe to open in a spreadsheet. */
    List<String> cells() {
        var cells = new ArrayList<String>();
        for (var cell : new String[] {product, title, description, state, howToUse, warranty, tags, categories, weight, sku, variant, pool, price, compareAt,
                on, perOrderMax, chooseable}) {
            cells.add(Csv.harmless(cell == null ? "" : cell));
        }
        return cells;
    }

    /** Takes back what {@link Csv#harmless} put in front, so that a file may be taken in as it was given out. */
    private static String plain(String cell) {
        return cell.startsWith("'") && !Csv.harmless(cell.substring(1)).equals(cell.substring(1)) ? cell.substring(1) : cell;
    }

    boolean sameProduct(@Nullable FileRow before) {
        return before != null && text(product).equals(text(before.product)) && text(title).equals(text(before.title));
    }

    static String text(@Nullable String cell) {
        return cell == null ? "" : cell.strip();
    }
}
