package io.wanqu.channel.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;

/**
 * What may be said of an offer, of which any part may be left to somebody else: a variant leaves it to its template, a
 * template to the product. {@code {title}} and {@code {description}} stand for the product's own words.
 */
record Content(@Nullable String title, @Nullable String description, @Nullable List<String> pictures, @Nullable String category,
        @Nullable Map<String, String> attributes) {

    static final Content EMPTY = new Content(null, null, null, null, null);

    private static final int TITLE_MAX = 200;
    private static final int DESCRIPTION_MAX = 20_000;
    private static final int PICTURES_MAX = 30;
    private static final int CATEGORY_MAX = 100;
    private static final int ATTRIBUTES_MAX = 100;

    /** What is said here goes first, attributes one by one. */
    Content over(Content base) {
        var merged = new TreeMap<String, String>();
        if (base.attributes != null) {
            merged.putAll(base.attributes);
        }
        if (attributes != null) {
            merged.putAll(attributes);
        }
        return new Content(title == null ? base.title : title, description == null ? base.description : description,
                pictures == null ? base.pictures : pictures, category == null ? base.category : category, merged);
    }

    Content checked(String field) {
        return new Content(text(field + "/title", title, TITLE_MAX), text(field + "/description", description, DESCRIPTION_MAX),
                pictures == null ? null : checkedPictures(field + "/pictures", pictures), text(field + "/category", category, CATEGORY_MAX),
                attributes == null ? null : checkedAttributes(field + "/attributes", attributes));
    }

    private static @Nullable String text(String field, @Nullable String value, int max) {
        return value == null ? null : Require.text(field, value, 0, max);
    }

    private static List<String> checkedPictures(String field, List<String> pictures) {
        var checked = new ArrayList<String>();
        for (var picture : Require.items(field, pictures, 0, PICTURES_MAX)) {
            if (!picture.matches("https://[^\\s\"<>\\\\^`{|}]{1,500}")) {
                throw new KernelProblem.InvalidValue(field + "/" + checked.size(), "an address that begins with https://");
            }
            checked.add(picture);
        }
        return checked;
    }

    private static Map<String, String> checkedAttributes(String field, Map<String, String> attributes) {
        if (attributes.size() > ATTRIBUTES_MAX || attributes.containsValue(null)) {
            throw new KernelProblem.InvalidValue(field, "up to " + ATTRIBUTES_MAX + " names with a text each");
        }
        attributes.forEach((name, value) -> Require.text(field + "/" + name, value, 0, TITLE_MAX));
        return new TreeMap<>(attributes);
    }
}
