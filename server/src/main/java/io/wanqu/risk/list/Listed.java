package io.wanqu.risk.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import io.wanqu.kernel.ShopId;
import io.wanqu.risk.count.Dimension;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The risk.listed table. */
@Repository
public class Listed {

    private static final String SELECT = "select entry_id, list, dimension, key, hint, reason, added_by, added_at, ends_at from risk.listed";

    private final JdbcClient jdbc;
    private final Clock clock;

    Listed(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whoever is on the other list goes over to this one. */
    public void add(ShopId shop, Entry entry) {
        jdbc.sql("delete from risk.listed where shop_id = :shop and dimension = :dimension and key = :key")
            .param("shop", shop.value())
            .param("dimension", entry.by.text())
            .param("key", entry.key)
            .update();
        jdbc.sql("""
                insert into risk.listed (shop_id, entry_id, list, dimension, key, hint, reason, added_by, added_at, ends_at)
                values (:shop, :id, :list, :dimension, :key, :hint, :reason, :by, :at, :ends)
                """)
            .param("shop", shop.value())
            .param("id", entry.id)
            .param("list", entry.allow ? "allow" : "deny")
            .param("dimension", entry.by.text())
            .param("key", entry.key)
            .param("hint", entry.hint)
            .param("reason", entry.reason)
            .param("by", entry.addedBy)
            .param("at", entry.addedAt.atOffset(ZoneOffset.UTC))
            .param("ends", entry.endsAt == null ? null : entry.endsAt.atOffset(ZoneOffset.UTC))
            .update();
    }

    public boolean remove(ShopId shop, long entry) {
        return jdbc.sql("delete from risk.listed where shop_id = :shop and entry_id = :entry")
            .param("shop", shop.value())
            .param("entry", entry)
            .update() == 1;
    }

    public List<Entry> list(ShopId shop, long before, int limit) {
        return jdbc.sql(SELECT + """
                 where shop_id = :shop and entry_id < :before
                 order by entry_id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> entry(row))
            .list();
    }

    /** Those that count now. */
    List<Entry> now(ShopId shop, int limit) {
        return jdbc.sql(SELECT + """
                 where shop_id = :shop and (ends_at is null or ends_at > :now)
                 order by entry_id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .query((row, n) -> entry(row))
            .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getLong("entry_id"), row.getString("list").equals("allow"),
                Dimension.valueOf(row.getString("dimension").toUpperCase(Locale.ROOT)), row.getLong("key"), row.getString("hint"),
                row.getString("reason"), row.getString("added_by"), row.getTimestamp("added_at").toInstant(), instant(row.getTimestamp("ends_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** @param hint what a person may see of whom it is about */
    public record Entry(long id, boolean allow, Dimension by, long key, String hint, String reason, String addedBy, Instant addedAt,
            @Nullable Instant endsAt) {
    }
}
