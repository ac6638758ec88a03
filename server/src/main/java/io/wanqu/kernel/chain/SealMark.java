package io.wanqu.kernel.chain;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far a seal has come, as a transaction id in a table of one row: {@code below}, {@code moved_at}. The table is a
 * constant of the module that owns it, never input. To be used inside a transaction.
 */
public final class SealMark {

    private final JdbcClient jdbc;
    private final String table;

    public SealMark(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** Below this everything is sealed; locked for this transaction, and empty while another node seals. */
    public Optional<Long> lock() {
        return jdbc.sql("select below from " + table + " for update skip locked").query(Long.class).optional();
    }

    /** Below this nothing can still be written: the oldest transaction that is running. */
    public long horizon() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint").query(Long.class).single();
    }

    public void move(long below) {
        jdbc.sql("update " + table + " set below = :below, moved_at = now()").param("below", below).update();
    }
}
