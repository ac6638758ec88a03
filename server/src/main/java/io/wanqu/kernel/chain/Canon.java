package io.wanqu.kernel.chain;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

/**
 * The canonical bytes of rows: each row is its fields in their order, each field a netstring. The place of a byte tells the
 * field it belongs to, so that a row that was changed can be named to the byte.
 */
public final class Canon<T> {

    private final ToLongFunction<T> id;
    private final List<Field<T>> fields;

    public Canon(ToLongFunction<T> id, List<Field<T>> fields) {
        this.id = id;
        this.fields = List.copyOf(fields);
    }

    public byte[] of(List<T> rows) {
        var bytes = new ByteArrayOutputStream();
        rows.forEach(row -> bytes.writeBytes(of(row)));
        return bytes.toByteArray();
    }

    public byte[] of(T row) {
        return Hashes.netstrings(fields.stream().map(field -> field.text.apply(row)).toArray(String[]::new));
    }

    /** The first place at which what was sealed and what is there now differ; null when they are the same. */
    public @Nullable Difference compare(byte[] sealed, List<T> now, List<Long> ids) {
        var at = 0;
        for (var sealedId : ids) {
            var row = now.stream().filter(it -> id.applyAsLong(it) == sealedId).findFirst().orElse(null);
            if (row == null) {
                return new Difference(sealedId, "gone", at, 0);
            }
            var start = at;
            for (var field : fields) {
                var bytes = Hashes.netstrings(field.text.apply(row));
                var there = Arrays.copyOfRange(sealed, Math.min(at, sealed.length), Math.min(at + bytes.length, sealed.length));
                var mismatch = Arrays.mismatch(there, bytes);
                if (mismatch >= 0) {
                    return new Difference(sealedId, field.column, at + mismatch, at - start + mismatch);
                }
                at += bytes.length;
            }
        }
        return at == sealed.length ? null : new Difference(ids.getLast(), "more", at, 0);
    }

    /** A column and how a row's value is written. */
    public record Field<T>(String column, Function<T, String> text) {
    }

    /**
     * Where two copies part.
     *
     * @param field      the column; {@code gone} when the row is missing, {@code more} when the copy goes on behind it
     * @param byteInCopy counted from 0 in the copy of the link
     * @param byteInRow  counted from 0 in the bytes of the row
     */
    public record Difference(long id, String field, int byteInCopy, int byteInRow) {
    }
}
