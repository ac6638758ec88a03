package io.wanqu.catalog.category;

import org.jspecify.annotations.Nullable;

/**
 * A category.
 *
 * @param parent  the category it lies below; absent at the top
 * @param picture the name of a picture of the shop
 */
public record Category(long id, @Nullable Long parent, String slug, String name, @Nullable String picture, int position) {
}
