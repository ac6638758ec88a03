package io.wanqu.privacy.export;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The privacy.export and privacy.export_piece tables. */
@Repository
class ExportTable {

    private static final String COLUMNS = "export_id, account_id, state, done_parts, all_parts, size_bytes, asked_at, expires_at";
    /** A node that died in the middle gives way to another after this. */
    private static final Duration RUN_MAX = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Clock clock;

    ExportTable(JdbcClient jdbc, Sealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    boolean add(long id, AccountId account) {
        return jdbc.sql("insert into privacy.export (export_id, account_id, asked_at) values (:id, :account, :now) on conflict do nothing")
            .param("id", id)
            .param("account", account.value())
            .param("now", clock.instant().atOffset(UTC))
            .update() == 1;
    }

    /** The next one that waits, or that was left in the middle; its pieces begin anew. */
    Optional<Export> claim() {
        var claimed = jdbc.sql("""
                with next as materialized (
                    select export_id
                      from privacy.export
                     where state = 'queued' or (state = 'running' and run_until < :now)
                     order by export_id
                     limit 1
                       for update skip locked)
                update privacy.export
                   set state = 'running', run_until = :until, done_parts = 0, size_bytes = 0
                  from next
                 where export.export_id = next.export_id
                returning export.export_id, account_id, state, done_parts, all_parts, size_bytes, asked_at, expires_at
                """)
            .param("now", clock.instant().atOffset(UTC))
            .param("until", clock.instant().plus(RUN_MAX).atOffset(UTC))
            .query((row, n) -> export(row))
            .optional();
        claimed.ifPresent(it -> dropPieces(it.id));
        return claimed;
    }

    void progress(long id, int done, int all) {
        jdbc.sql("update privacy.export set done_parts = :done, all_parts = :all, run_until = :until where export_id = :id and state = 'running'")
            .param("done", done)
            .param("all", all)
            .param("until", clock.instant().plus(RUN_MAX).atOffset(UTC))
            .param("id", id)
            .update();
    }

    void finish(long id, long size, Instant expires) {
        jdbc.sql("update privacy.export set state = 'done', size_bytes = :size, expires_at = :expires where export_id = :id and state = 'running'")
            .param("size", size)
            .param("expires", expires.atOffset(UTC))
            .param("id", id)
            .update();
    }

    void fail(long id) {
        dropPieces(id);
        jdbc.sql("update privacy.export set state = 'failed' where export_id = :id and state = 'running'").param("id", id).update();
    }

    void addPiece(long id, int piece, byte[] content) {
        jdbc.sql("insert into privacy.export_piece (export_id, piece, sealed) values (:id, :piece, :sealed)")
            .param("id", id)
            .param("piece", piece)
            .param("sealed", sealing.seal(ShopId.PLATFORM, row(id, piece), content))
            .update();
    }

    Optional<byte[]> piece(long id, int piece) {
        return jdbc.sql("select sealed from privacy.export_piece where export_id = :id and piece = :piece")
            .param("id", id)
            .param("piece", piece)
            .query((row, n) -> sealing.open(ShopId.PLATFORM, row(id, piece), row.getBytes("sealed")))
            .optional();
    }

    /** Files whose time is over. */
    int expire() {
        var over = jdbc.sql("update privacy.export set state = 'over' where state = 'done' and expires_at <= :now returning export_id")
            .param("now", clock.instant().atOffset(UTC))
            .query(Long.class)
            .list();
        over.forEach(this::dropPieces);
        return over.size();
    }

    private void dropPieces(long id) {
        jdbc.sql("delete from privacy.export_piece where export_id = :id").param("id", id).update();
    }

    Optional<Export> find(AccountId account, long id) {
        return jdbc.sql("select " + COLUMNS + " from privacy.export where export_id = :id and account_id = :account")
            .param("id", id)
            .param("account", account.value())
            .query((row, n) -> export(row))
            .optional();
    }

    List<Export> list(AccountId account) {
        return jdbc.sql("select " + COLUMNS + " from privacy.export where account_id = :account order by export_id desc limit 50")
            .param("account", account.value())
            .query((row, n) -> export(row))
            .list();
    }

    private static Export export(ResultSet row) throws SQLException {
        var expires = row.getTimestamp("expires_at");
        return new Export(row.getLong("export_id"), new AccountId(row.getLong("account_id")), row.getString("state"), row.getInt("done_parts"),
                row.getInt("all_parts"), row.getLong("size_bytes"), row.getTimestamp("asked_at").toInstant(), expires == null ? null : expires.toInstant());
    }

    private static String row(long id, int piece) {
        return "privacy.export_piece/" + id + "/" + piece;
    }

    record Export(long id, AccountId account, String state, int doneParts, int allParts, long sizeBytes, Instant askedAt, @Nullable Instant expiresAt) {
    }
}
