package io.wanqu.kernel;

import java.util.List;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

/** A stretch of a list, and where to go on: pass {@code next} as {@code after}; absent on the last page. */
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int LIMIT_MAX = 200;

    /** Cuts a page from rows that were read with {@code limit + 1}. */
    public static <T> Page<T> of(List<T> rows, int limit, ToLongFunction<T> key) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        var items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, Long.toString(key.applyAsLong(items.getLast())));
    }
}
