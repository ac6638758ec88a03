package io.wanqu.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

/** Turns a list of rows into one array per column, so that many rows travel in one statement through {@code unnest}. */
public final class Columns<T> {

    private final List<T> rows;
    private final Map<String, Object> arrays = new HashMap<>();

    private Columns(List<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(List<T> rows) {
        return new Columns<>(rows);
    }

    public Columns<T> longs(String name, ToLongFunction<? super T> column) {
        arrays.put(name, rows.stream().mapToLong(column).toArray());
        return this;
    }

    public Columns<T> ints(String name, ToIntFunction<? super T> column) {
        arrays.put(name, rows.stream().mapToInt(column).toArray());
        return this;
    }

    public Columns<T> booleans(String name, Predicate<? super T> column) {
        arrays.put(name, rows.stream().map(column::test).toArray(Boolean[]::new));
        return this;
    }

    public Columns<T> nullableLongs(String name, Function<? super T, @Nullable Long> column) {
        arrays.put(name, rows.stream().map(column).toArray(Long[]::new));
        return this;
    }

    public Columns<T> texts(String name, Function<? super T, @Nullable String> column) {
        arrays.put(name, rows.stream().map(column).toArray(String[]::new));
        return this;
    }

    public Columns<T> bytes(String name, Function<? super T, byte @Nullable []> column) {
        arrays.put(name, rows.stream().map(column).toArray(byte[][]::new));
        return this;
    }

    /** One value beside the arrays. */
    public Columns<T> and(String name, Object value) {
        arrays.put(name, value);
        return this;
    }

    public Map<String, Object> params() {
        return arrays;
    }
}
