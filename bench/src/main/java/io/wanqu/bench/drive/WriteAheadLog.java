package io.wanqu.bench.drive;

/**
 * What the database has written to its log so far. The first change of a page after a checkpoint writes the whole page, so a large
 * table that is hit all over costs more log than a small one although no more is changed.
 *
 * @param bytes of all records
 * @param pages whole pages among them
 */
public record WriteAheadLog(long bytes, long pages) {

    public static WriteAheadLog of(Database database) {
        return new WriteAheadLog(database.count("select wal_bytes::bigint from pg_stat_wal"), database.count("select wal_fpi from pg_stat_wal"));
    }

    public WriteAheadLog since(WriteAheadLog before) {
        return new WriteAheadLog(bytes - before.bytes, pages - before.pages);
    }
}
