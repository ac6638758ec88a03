package io.wanqu.kernel.message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The kernel.message table; what a message says and to whom is sealed, and goes with it. */
@Repository
class Messages {

    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Ids ids;

    Messages(JdbcClient jdbc, Sealing sealing, Ids ids) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.ids = ids;
    }

    void add(Message message, Instant now) {
        insert(message, false, now);
    }

    void addMuted(Message message, Instant now) {
        insert(message, true, now);
    }

    private void insert(Message message, boolean muted, Instant now) {
        var id = ids.next();
        jdbc.sql("""
                insert into kernel.message (id, sealed, muted, due_at, added_at)
                values (:id, :sealed, :muted, :now, :now)
                """)
            .param("id", id)
            .param("sealed", sealing.seal(ShopId.PLATFORM, row(id), Json.write(message).getBytes(StandardCharsets.UTF_8)))
            .param("muted", muted)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    }

    /** The oldest first. Whoever claims a message has half a minute for the first try, and longer each time, before another may. */
    List<Due> claim(Instant now, int limit) {
        return jdbc.sql("""
                  with due as materialized (
                       select id
                         from kernel.message
                        where due_at <= :now
                        order by due_at
                        limit :limit
                          for update skip locked),
                       claimed as (
                       update kernel.message message
                          set tries = tries + 1, due_at = :now + interval '30 seconds' * (tries + 1)
                         from due
                        where message.id = due.id
                    returning message.id, message.sealed, message.muted)
                select id, sealed, muted
                  from claimed
                 order by id
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .query((row, n) -> new Due(row.getLong("id"), open(row.getLong("id"), row.getBytes("sealed")), row.getBoolean("muted")))
            .list();
    }

    void remove(long id) {
        jdbc.sql("delete from kernel.message where id = :id").param("id", id).update();
    }

    void giveUp(Instant now) {
        jdbc.sql("delete from kernel.message where added_at < :since").param("since", now.minus(KEPT).atOffset(ZoneOffset.UTC)).update();
    }

    private Message open(long id, byte[] sealed) {
        return Json.read(new String(sealing.open(ShopId.PLATFORM, row(id), sealed), StandardCharsets.UTF_8), Message.class);
    }

    private static String row(long id) {
        return "kernel.message/" + id;
    }

    record Due(long id, Message message, boolean muted) {
    }
}
