package io.wanqu.catalog;

import java.util.List;
import java.util.Locale;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds a product to a shop, or gives one new words, pictures, categories or another state. */
@Component
public class WriteProduct {

    private static final int TITLE_MAX = 120;
    private static final int DESCRIPTION_MAX = 20_000;
    private static final int HOW_TO_USE_MAX = 10_000;
    private static final int WARRANTY_MAX = 2_000;
    private static final int TAGS_MAX = 20;
    private static final int TAG_MAX = 20;
    private static final int CATEGORIES_MAX = 20;
    private static final int PICTURES_MAX = 30;
    private static final int ALT_MAX = 200;
    private static final int WEIGHT_MAX = 1_000_000;

    private final ProductTable products;
    private final ProductParts parts;
    private final Ids ids;
    private final EventLog events;
    private final ShopScope scope;
    private final Trail trail;

    WriteProduct(ProductTable products, ProductParts parts, Ids ids, EventLog events, ShopScope scope, Trail trail) {
        this.products = products;
        this.parts = parts;
        this.ids = ids;
        this.events = events;
        this.scope = scope;
        this.trail = trail;
    }

    public long add(ShopId shop, Content content) {
        var checked = content.checked();
        return scope.in(shop, () -> {
            var id = ids.next();
            products.add(shop, id, checked);
            parts.write(shop, id, checked);
            events.append(List.of(new ProductChanged(shop, id, checked.state == State.ON)));
            trail.note(Note.of(shop, "product.added", "product", id).after(checked));
            return id;
        });
    }

    public void change(ShopId shop, long product, Content content) {
        var checked = content.checked();
        scope.in(shop, () -> {
            var before = products.find(shop, product).map(row -> parts.contentOf(shop, row)).orElse(null);
            if (!products.change(shop, product, checked)) {
                throw new CatalogProblem.UnknownProduct(product);
            }
            parts.write(shop, product, checked);
            events.append(List.of(new ProductChanged(shop, product, checked.state == State.ON)));
            trail.note(Note.of(shop, "product.changed", "product", product).before(before).after(checked));
            return product;
        });
    }

    /**
     * What is written; a draft has never been on sale. What is left out is empty.
     *
     * @param description Markdown, as is howToUse
     * @param warranty    what buyers are promised, in words; for how long is decided with the cases
     * @param weight      products that weigh more are recommended first
     */
    public record Content(@Nullable String title, @Nullable String description, @Nullable State state, @Nullable String howToUse,
            @Nullable String warranty, @Nullable List<String> tags, @Nullable Integer weight, @Nullable List<String> categories,
            @Nullable List<Illustration> pictures) {

        /** The words alone. */
        public Content(@Nullable String title, @Nullable String description, @Nullable State state) {
            this(title, description, state, null, null, null, null, null, null);
        }

        static Content of(ProductTable.Row row, List<String> categories, List<Illustration> pictures) {
            return new Content(row.title(), row.description(), row.state(), row.words().howToUse(), row.words().warranty(), row.words().tags(),
                    row.weight(), categories, pictures);
        }

        Content checked() {
            return new Content(Require.text("/title", title, 1, TITLE_MAX),
                    Require.text("/description", description, 0, DESCRIPTION_MAX),
                    Require.present("/state", state, "one of DRAFT, ON, OFF"),
                    Require.text("/howToUse", howToUse, 0, HOW_TO_USE_MAX),
                    Require.text("/warranty", warranty, 0, WARRANTY_MAX),
                    checkedTags(),
                    weight == null ? 0 : Require.between("/weight", weight, -WEIGHT_MAX, WEIGHT_MAX),
                    List.copyOf(Require.items("/categories", categories == null ? List.of() : categories, 0, CATEGORIES_MAX)),
                    checkedPictures());
        }

        private List<String> checkedTags() {
            var given = Require.items("/tags", tags == null ? List.of() : tags, 0, TAGS_MAX);
            return given.stream().map(tag -> Require.text("/tags", tag, 1, TAG_MAX)).distinct().toList();
        }

        private List<Illustration> checkedPictures() {
            var given = Require.items("/pictures", pictures == null ? List.of() : pictures, 0, PICTURES_MAX);
            if (given.stream().map(Illustration::hash).distinct().count() < given.size()) {
                throw new KernelProblem.InvalidValue("/pictures", "each picture once");
            }
            return given.stream().map(it -> new Illustration(Require.present("/pictures", it.hash, "the hash of a picture of the shop"),
                    Require.text("/pictures", it.alt, 0, ALT_MAX))).toList();
        }

        String stateText() {
            return String.valueOf(state).toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A picture of a product.
     *
     * @param alt what it shows, for those who can't see it
     */
    public record Illustration(@Nullable String hash, @Nullable String alt) {
    }

    /** How far a product is: being written, on sale, or taken off. */
    public enum State {
        DRAFT, ON, OFF
    }
}
