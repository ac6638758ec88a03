package io.wanqu.inventory.waiting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

import io.wanqu.kernel.privacy.PersonalRecords;
import io.wanqu.kernel.privacy.Subject;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contacts of those who wait or waited for stock. */
@Component
class WaitingContacts implements PersonalRecords {

    private final JdbcClient jdbc;
    private final Sealing sealing;

    WaitingContacts(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    @Override
    public String kind() {
        return "inventory.waiting";
    }

    @Override
    public void read(Subject subject, Consumer<Object> out) {
        jdbc.sql("select quantity, state, asked_at from inventory.waiting where shop_id = :shop and person = any(:persons) order by waiting_id")
            .param("shop", subject.shop().value())
            .param("persons", persons(subject))
            .query(row -> {
                out.accept(new Waited(row.getInt("quantity"), row.getString("state"), row.getTimestamp("asked_at").toInstant()));
            });
    }

    /** Who still waits is told within days and goes then; until that the place is counted in the pool. */
    @Override
    public int destroy(Subject subject) {
        return jdbc.sql("delete from inventory.waiting where shop_id = :shop and person = any(:persons) and state in ('taken', 'lapsed', 'left')")
            .param("shop", subject.shop().value())
            .param("persons", persons(subject))
            .update();
    }

    @Override
    public int expire(Instant before, int limit) {
        return jdbc.sql("""
                with old as materialized (
                    select shop_id, waiting_id
                      from inventory.waiting
                     where state in ('taken', 'lapsed', 'left') and asked_at < :before
                     limit :limit
                       for update skip locked)
                delete from inventory.waiting
                 using old
                 where waiting.shop_id = old.shop_id and waiting.waiting_id = old.waiting_id
                """)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .update();
    }

    private long[] persons(Subject subject) {
        return subject.contacts().stream()
                .mapToLong(contact -> ByteBuffer.wrap(sealing.hash(subject.shop(), "inventory.waiting", contact.getBytes(StandardCharsets.UTF_8))).getLong())
                .toArray();
    }

    private record Waited(int quantity, String state, Instant at) {
    }
}
