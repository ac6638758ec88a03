package io.wanqu.vault.importing;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;

/**
 * An import as it stands: what was asked, how much is stored, and how far it was read.
 *
 * @param header the heading line of a CSV file, once it was read
 */
record Import(ShopId shop, long id, PoolId pool, State state, Options options, @Nullable String header, long stored,
        long position, Counts counts, Instant createdAt, @Nullable Instant finishedAt) {

    static final String COLUMNS = """
            shop_id, import_id, pool_id, state, format, charset, uses, per_day, expires_at, header, stored, position, lines,
            loaded, uses_loaded, duplicates, elsewhere, errors, created_at, finished_at""";

    static Import of(ResultSet row) throws SQLException {
        var perDay = row.getInt("per_day");
        var options = new Options(LineFormat.of(row.getString("format")), row.getString("charset"), row.getInt("uses"),
                perDay == 0 ? null : perDay, time(row, "expires_at"));
        var counts = new Counts(row.getInt("lines"), row.getInt("loaded"), row.getLong("uses_loaded"),
                row.getInt("duplicates"), row.getInt("elsewhere"), row.getInt("errors"));
        return new Import(new ShopId(row.getLong("shop_id")), row.getLong("import_id"), new PoolId(row.getLong("pool_id")),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), options, row.getString("header"),
                row.getLong("stored"), row.getLong("position"), counts, row.getTimestamp("created_at").toInstant(),
                time(row, "finished_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null || time.equals(OffsetDateTime.MAX) ? null : time.toInstant();
    }

    enum State {
        RECEIVING, QUEUED, RUNNING, DONE, FAILED
    }

    /**
     * What holds for every line that does not say otherwise.
     *
     * @param expiresAt absent means never
     */
    record Options(LineFormat format, String charset, int uses, @Nullable Integer perDay, @Nullable Instant expiresAt) {

        /** 'infinity' in the database, so that never sorts last. */
        static OffsetDateTime column(@Nullable Instant expiresAt) {
            return expiresAt == null ? OffsetDateTime.MAX : expiresAt.atOffset(UTC);
        }
    }

    /** @param elsewhere cards that some other shop has too; which one is nobody's business */
    record Counts(int lines, int loaded, long usesLoaded, int duplicates, int elsewhere, int errors) {

        Counts plus(Counts more) {
            return new Counts(lines + more.lines, loaded + more.loaded, usesLoaded + more.usesLoaded,
                    duplicates + more.duplicates, elsewhere + more.elsewhere, errors + more.errors);
        }
    }

    /**
     * An import as it is told outside.
     *
     * @param stored    bytes received so far; an interrupted upload goes on from here
     * @param read      bytes read so far
     * @param elsewhere cards that some other shop has too
     */
    record Answer(String id, PoolId pool, String state, String format, String charset, long stored, long read, int lines,
            int loaded, long usesLoaded, int duplicates, int elsewhere, int errors, Instant createdAt, @Nullable Instant finishedAt) {

        static Answer of(Import of) {
            var counts = of.counts();
            return new Answer(Long.toString(of.id()), of.pool(), of.state().name().toLowerCase(Locale.ROOT),
                    of.options().format().text(), of.options().charset(), of.stored(), of.position(), counts.lines(),
                    counts.loaded(), counts.usesLoaded(), counts.duplicates(), counts.elsewhere(), counts.errors(),
                    of.createdAt(), of.finishedAt());
        }
    }
}
