package io.wanqu.catalog.shelf;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.wanqu.catalog.hint.ChoiceHint;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.Page;

import org.jspecify.annotations.Nullable;

/**
 * All that the page of a product shows, in one answer.
 *
 * @param description     without any form, for heads and messengers
 * @param descriptionHtml safe to put into a page as it is
 * @param choices         by SKU the first cards a buyer may pick from, of SKUs that let him
 */
public record ProductPage(String id, String title, String description, String descriptionHtml, String howToUseHtml, Warranty warranty,
        List<String> tags, List<CategoryLink> categories, List<Shown> pictures, @Nullable Money from, @Nullable Money compareAt, long sold,
        StockLevel stock, List<Goods> skus, Map<String, Page<ChoiceHint.Choice>> choices, Instant changedAt) {

    /** @param hours how long after delivery a buyer may complain; the shortest of its SKUs */
    public record Warranty(long hours, String text) {
    }

    /** @param parent the slug of the category above it */
    public record CategoryLink(String id, String slug, String name, @Nullable String parent) {
    }
}
