package io.wanqu.catalog.shelf;

import java.util.Locale;

import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;

/**
 * Which products a buyer wants to see, and in which order.
 *
 * @param category a slug; with all below it
 * @param from     where the page begins: behind this key and id
 */
public record ListAsk(@Nullable String category, @Nullable String query, boolean inStock, @Nullable Long minMinor, @Nullable Long maxMinor,
        Sort sort, @Nullable Place from, int limit) {

    private static final int LIMIT_USUAL = 50;

    /** The first of all, newest last. */
    public static ListAsk first(int limit) {
        return new ListAsk(null, null, false, null, null, Sort.RECOMMENDED, null, limit);
    }

    /** The first of a category, as they are recommended. */
    public static ListAsk of(String category, int limit) {
        return new ListAsk(category, null, false, null, null, Sort.RECOMMENDED, null, limit);
    }

    static int limit(@Nullable Integer limit) {
        return limit == null ? LIMIT_USUAL : Require.between("limit", limit, 1, Page.LIMIT_MAX);
    }

    ListAsk from(Place place) {
        return new ListAsk(category, query, inStock, minMinor, maxMinor, sort, place, limit);
    }

    /** In which order. */
    public enum Sort {
        /** By the merchant's weight, newest first among equals; by relevance where something is searched. */
        RECOMMENDED("weight", false), NEWEST("0", false), PRICE("price_minor", true), PRICE_DOWN("price_minor", false), SALES("sold", false);

        final String key;
        final boolean rising;

        Sort(String key, boolean rising) {
            this.key = key;
            this.rising = rising;
        }

        public static Sort of(@Nullable String text) {
            try {
                return text == null ? RECOMMENDED : valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw new KernelProblem.InvalidValue("sort", "one of recommended, newest, price, price-down, sales");
            }
        }
    }

    /** A place in a sorted list. */
    public record Place(long key, long id) {

        static @Nullable Place parse(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                var parts = text.split("\\.", -1);
                return new Place(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new KernelProblem.InvalidValue("after", "the text that a page ended with");
            }
        }

        String text() {
            return key + "." + id;
        }
    }
}
