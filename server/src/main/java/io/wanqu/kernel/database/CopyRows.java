package io.wanqu.kernel.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows in the binary form that PostgreSQL's COPY takes: a header, for each row the number of its fields and each field behind
 * its length, big-endian, and an end mark. The types of the fields must be those of the columns. Source: PostgreSQL's
 * documentation of COPY, "Binary Format".
 */
public final class CopyRows {

    private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final short END = -1;
    private static final int NULL = -1;
    private static final int ROW_BYTES = 256;
    /** PostgreSQL counts microseconds from the year 2000. */
    private static final long EPOCH_SECONDS = 946_684_800L;
    private static final long MICROS = 1_000_000L;
    private static final long INFINITY = Long.MAX_VALUE;

    private ByteBuffer bytes;

    /** @param rows about how many, to make room for */
    public CopyRows(int rows) {
        bytes = ByteBuffer.allocate(HEADER.length + rows * ROW_BYTES + Short.BYTES).put(HEADER);
    }

    /** Begins a row of so many fields. */
    public CopyRows row(int fields) {
        room(Short.BYTES).putShort((short) fields);
        return this;
    }

    public CopyRows bigint(long value) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
        return this;
    }

    public CopyRows integer(@Nullable Integer value) {
        if (value == null) {
            room(Integer.BYTES).putInt(NULL);
        } else {
            room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
        }
        return this;
    }

    public CopyRows bytea(byte[] value) {
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
        return this;
    }

    public CopyRows text(@Nullable String value) {
        if (value == null) {
            room(Integer.BYTES).putInt(NULL);
            return this;
        }
        return bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Absent is {@code infinity}. */
    public CopyRows timestamptzOrInfinity(@Nullable Instant value) {
        return bigint(value == null ? INFINITY
                : Math.addExact(Math.multiplyExact(value.getEpochSecond() - EPOCH_SECONDS, MICROS), value.getNano() / 1_000));
    }

    /**
     * Sends the rows.
     *
     * @param copy {@code copy table (column, …) from stdin (format binary)}
     * @return how many rows were written
     */
    public long into(Connection connection, String copy) throws SQLException {
        room(Short.BYTES).putShort(END);
        var in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        in.writeToCopy(bytes.array(), 0, bytes.position());
        return in.endCopy();
    }

    private ByteBuffer room(int wanted) {
        if (bytes.remaining() < wanted) {
            var at = bytes.position();
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), Math.max(2 * bytes.capacity(), at + wanted))).position(at);
        }
        return bytes;
    }
}
