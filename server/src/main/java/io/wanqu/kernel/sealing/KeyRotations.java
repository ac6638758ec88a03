package io.wanqu.kernel.sealing;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.ShopKeys.Pair;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The kernel.key_rotation table, and the proof that nothing sealed with a key is left anywhere. */
@Repository
class KeyRotations {

    private final JdbcClient jdbc;

    KeyRotations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes room for a rotation; false while one is running. One that died before its key was added gives way after an hour. */
    boolean reserve(ShopId shop, Instant at) {
        return jdbc.sql("""
                insert into kernel.key_rotation as rotation (shop_id, state, old_key, new_key, changed_at)
                values (:shop, 'adding', 0, 0, :at)
                    on conflict (shop_id) do update set state = 'adding', changed_at = :at
                 where rotation.state = 'done'
                    or (rotation.state = 'adding' and rotation.changed_at < :at - interval '1 hour')
                """)
            .param("shop", shop.value())
            .param("at", at.atOffset(UTC))
            .update() == 1;
    }

    void added(ShopId shop, Pair keys, Instant at) {
        jdbc.sql("""
                update kernel.key_rotation
                   set state = 'added', old_key = :old, new_key = :new, changed_at = :at
                 where shop_id = :shop and state = 'adding'
                """)
            .param("shop", shop.value())
            .param("old", keys.oldKey())
            .param("new", keys.newKey())
            .param("at", at.atOffset(UTC))
            .update();
    }

    boolean move(ShopId shop, State from, State to, Instant at) {
        return jdbc.sql("update kernel.key_rotation set state = :to, changed_at = :at where shop_id = :shop and state = :from")
            .param("shop", shop.value())
            .param("from", from.text())
            .param("to", to.text())
            .param("at", at.atOffset(UTC))
            .update() == 1;
    }

    List<Rotation> running() {
        return jdbc.sql("""
                select shop_id, state, old_key, new_key, changed_at
                  from kernel.key_rotation
                 where state in ('added', 'promoted')
                 order by shop_id
                """)
            .query((row, n) -> new Rotation(new ShopId(row.getLong("shop_id")),
                    State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                    new Pair(row.getInt("old_key"), row.getInt("new_key")), row.getTimestamp("changed_at").toInstant()))
            .list();
    }

    /** Looks into every column that may hold sealed values, whichever module it belongs to: no module can be forgotten. */
    boolean inUse(ShopId shop, byte[] prefix) {
        return jdbc.sql("""
                select format('select exists (select 1 from %I.%I where %s substring(%I from 1 for 5) = :prefix)', space.nspname,
                              rel.relname, case when owner.attname is null then '' else 'shop_id = :shop and' end, col.attname)
                  from pg_attribute col
                  join pg_class rel on rel.oid = col.attrelid and rel.relkind = 'r'
                  join pg_namespace space on space.oid = rel.relnamespace
                  left join pg_attribute owner on owner.attrelid = rel.oid and owner.attname = 'shop_id'
                 where col.atttypid = 'bytea'::regtype
                   and not col.attisdropped
                   and space.nspname not in ('pg_catalog', 'information_schema')
                   and (space.nspname, rel.relname) <> ('kernel', 'data_key')
                 order by rel.relpages
                """)
            .query(String.class).list().stream()
            .anyMatch(look -> jdbc.sql(look).param("shop", shop.value()).param("prefix", prefix).query(Boolean.class).single());
    }

    enum State {
        ADDED, PROMOTED, DONE;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Rotation(ShopId shop, State state, Pair keys, Instant changedAt) {
    }
}
