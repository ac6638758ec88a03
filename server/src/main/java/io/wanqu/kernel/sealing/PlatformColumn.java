package io.wanqu.kernel.sealing;

import java.util.List;
import java.util.OptionalLong;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A column of values that are sealed with the platform's own key, in a table that belongs to no shop, each bound to
 * {@code table/id}. Names are constants of the module that owns the table, never input.
 */
public final class PlatformColumn implements SealedRows {

    private static final int ROWS = 500;

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final String table;
    private final String id;
    private final String column;

    public PlatformColumn(JdbcClient jdbc, Sealing sealing, String table, String id, String column) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.table = table;
        this.id = id;
        this.column = column;
    }

    @Override
    public OptionalLong sealAnew(ShopId shop, byte[] prefix, long after) {
        if (!shop.equals(ShopId.PLATFORM)) {
            return OptionalLong.empty();
        }
        var old = jdbc.sql("""
                select %2$s as id, %3$s as sealed
                  from %1$s
                 where %2$s > :after
                   and substring(%3$s from 1 for 5) = :prefix
                 order by %2$s
                 limit :limit
                """.formatted(table, id, column))
            .param("after", after)
            .param("prefix", prefix)
            .param("limit", ROWS)
            .query((row, n) -> new Old(row.getLong("id"), row.getBytes("sealed")))
            .list();
        if (!old.isEmpty()) {
            replace(old);
        }
        return old.size() < ROWS ? OptionalLong.empty() : OptionalLong.of(old.getLast().id());
    }

    /** A row that changed meanwhile keeps what it has. */
    private void replace(List<Old> old) {
        jdbc.sql("""
                update %1$s as kept
                   set %3$s = row.fresh
                  from unnest(:ids, :olds, :fresh) as row (id, old, fresh)
                 where kept.%2$s = row.id
                   and kept.%3$s = row.old
                """.formatted(table, id, column))
            .params(Columns.of(old)
                    .longs("ids", Old::id)
                    .bytes("olds", Old::sealed)
                    .bytes("fresh", this::again)
                    .params())
            .update();
    }

    private byte[] again(Old row) {
        var bound = table + "/" + row.id;
        return sealing.seal(ShopId.PLATFORM, bound, sealing.open(ShopId.PLATFORM, bound, row.sealed));
    }

    private record Old(long id, byte[] sealed) {
    }
}
