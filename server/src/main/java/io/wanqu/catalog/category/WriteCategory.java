package io.wanqu.catalog.category;

import java.util.List;
import java.util.regex.Pattern;

import io.wanqu.catalog.CatalogProblem;
import io.wanqu.catalog.Freshness;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Require;
import io.wanqu.media.Pictures;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Adds a category, renames and moves it, or takes it away. */
@Component
public class WriteCategory {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9](-?[a-z0-9])*");
    private static final int SLUG_MAX = 60;
    private static final int NAME_MAX = 40;
    private static final int CATEGORIES_MAX = 500;
    private static final int POSITION_MAX = 1_000_000;

    private final Categories categories;
    private final Pictures pictures;
    private final Freshness freshness;
    private final Ids ids;
    private final ShopScope scope;

    WriteCategory(Categories categories, Pictures pictures, Freshness freshness, Ids ids, ShopScope scope) {
        this.categories = categories;
        this.pictures = pictures;
        this.freshness = freshness;
        this.ids = ids;
        this.scope = scope;
    }

    public Category add(ShopId shop, Content content) {
        return scope.in(shop, () -> {
            if (categories.all(shop).size() >= CATEGORIES_MAX) {
                throw new CatalogProblem.TooManyCategories(CATEGORIES_MAX);
            }
            return put(shop, ids.next(), content);
        });
    }

    public Category change(ShopId shop, long id, Content content) {
        return scope.in(shop, () -> {
            categories.find(shop, id).orElseThrow(() -> new CatalogProblem.UnknownCategory(Long.toString(id)));
            if (content.parent != null && categories.hasChildren(shop, id)) {
                throw new CatalogProblem.TooDeep(Long.toString(id));
            }
            return put(shop, id, content);
        });
    }

    public void delete(ShopId shop, long id) {
        scope.in(shop, () -> {
            if (categories.hasChildren(shop, id)) {
                throw new CatalogProblem.TooDeep(Long.toString(id));
            }
            pictures.show(shop, "category", id, List.of());
            if (!categories.delete(shop, id)) {
                throw new CatalogProblem.UnknownCategory(Long.toString(id));
            }
            freshness.changed(shop);
            return id;
        });
    }

    private Category put(ShopId shop, long id, Content content) {
        var parent = content.parent == null ? null : parent(shop, content.parent);
        var category = new Category(id, parent, slug(id, content.slug), Require.text("/name", content.name, 1, NAME_MAX), content.picture,
                content.position == null ? 0 : Require.between("/position", content.position, 0, POSITION_MAX));
        pictures.show(shop, "category", id, content.picture == null ? List.of() : List.of(content.picture));
        try {
            categories.put(shop, category);
        } catch (DuplicateKeyException e) {
            throw new CatalogProblem.SlugTaken(category.slug());
        } catch (DataIntegrityViolationException e) {
            // Somebody moved the parent below another category meanwhile.
            throw new CatalogProblem.TooDeep(Long.toString(id));
        }
        freshness.changed(shop);
        return category;
    }

    private long parent(ShopId shop, String text) {
        var parent = categories.find(shop, Id.parse("/parent", text)).orElseThrow(() -> new CatalogProblem.UnknownCategory(text));
        if (parent.parent() != null) {
            throw new CatalogProblem.TooDeep(text);
        }
        return parent.id();
    }

    private static String slug(long id, @Nullable String slug) {
        var chosen = slug == null || slug.isBlank() ? "c" + Long.toString(id, Character.MAX_RADIX) : slug.strip();
        if (chosen.length() > SLUG_MAX || !SLUG.matcher(chosen).matches()) {
            throw new KernelProblem.InvalidValue("/slug", "up to 60 small letters and digits, parted by single hyphens");
        }
        return chosen;
    }

    /**
     * What is written.
     *
     * @param slug made from the id where absent
     */
    public record Content(@Nullable String name, @Nullable String slug, @Nullable String parent, @Nullable String picture,
            @Nullable Integer position) {
    }
}
