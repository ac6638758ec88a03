package io.wanqu.catalog;

import java.util.List;
import java.util.Locale;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds a product to a shop, or gives one new words or another state. */
@Component
public class WriteProduct {

    private static final int TITLE_MAX = 120;
    private static final int DESCRIPTION_MAX = 20_000;

    private final ProductTable products;
    private final Ids ids;
    private final EventLog events;
    private final ShopScope scope;
    private final Trail trail;

    WriteProduct(ProductTable products, Ids ids, EventLog events, ShopScope scope, Trail trail) {
        this.products = products;
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
            events.append(List.of(new ProductChanged(shop, id, checked.state == State.ON)));
            trail.note(Note.of(shop, "product.added", "product", id).after(checked));
            return id;
        });
    }

    public void change(ShopId shop, long product, Content content) {
        var checked = content.checked();
        scope.in(shop, () -> {
            var before = products.find(shop, product).map(Content::of).orElse(null);
            if (!products.change(shop, product, checked)) {
                throw new CatalogProblem.UnknownProduct(product);
            }
            events.append(List.of(new ProductChanged(shop, product, checked.state == State.ON)));
            trail.note(Note.of(shop, "product.changed", "product", product).before(before).after(checked));
            return product;
        });
    }

    /** What is written; a draft has never been on sale. */
    public record Content(@Nullable String title, @Nullable String description, @Nullable State state) {

        static Content of(ProductTable.Row row) {
            return new Content(row.title(), row.description(), row.state());
        }

        Content checked() {
            return new Content(Require.text("/title", title, 1, TITLE_MAX),
                    Require.text("/description", description, 0, DESCRIPTION_MAX),
                    Require.present("/state", state, "one of DRAFT, ON, OFF"));
        }

        String stateText() {
            return String.valueOf(state).toLowerCase(Locale.ROOT);
        }
    }

    /** How far a product is: being written, on sale, or taken off. */
    public enum State {
        DRAFT, ON, OFF
    }
}
