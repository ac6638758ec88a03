package io.wanqu.kernel.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The kernel.event_cursor table and the reading of kernel.event. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class EventCursors {

    private final JdbcClient jdbc;

    EventCursors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which types of events became readable since that horizon, by one look of its own. The horizon is the transaction id
     * below which nothing can still be written. Serial numbers would not do: they are drawn before the commit, so a reader
     * that passes number 8 may miss number 7.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public NewTypes newTypes(@Nullable String since) {
        return jdbc.sql("""
                with edge as materialized (
                    select pg_snapshot_xmin(pg_current_snapshot()) as horizon)
                select horizon::text as horizon,
                       array(select distinct type
                               from kernel.event
                              where xid >= coalesce(:since::xid8, horizon)
                                and xid < horizon) as types
                  from edge
                """)
            .param("since", since)
            .query((row, n) -> new NewTypes(row.getString("horizon"), List.of((String[]) row.getArray("types").getArray())))
            .single();
    }

    /** The position of this cursor, locked for this transaction; empty while another node reads with it. */
    Optional<Position> lock(String cursor) {
        var locked = find(cursor);
        if (locked.isEmpty() && added(cursor)) {
            locked = find(cursor);
        }
        return locked;
    }

    private boolean added(String cursor) {
        return jdbc.sql("insert into kernel.event_cursor (name) values (:name) on conflict do nothing")
            .param("name", cursor)
            .update() == 1;
    }

    private Optional<Position> find(String cursor) {
        return jdbc.sql("""
                select xid::text as xid, id
                  from kernel.event_cursor
                 where name = :name
                   for update skip locked
                """)
            .param("name", cursor)
            .query((row, n) -> new Position(row.getString("xid"), row.getLong("id")))
            .optional();
    }

    /** What lies between a position and the horizon, which is told too. */
    Found read(Position from, List<String> types, int limit) {
        var horizons = new ArrayList<String>(1);
        var events = new ArrayList<Read>();
        jdbc.sql("""
                with edge as materialized (
                    select pg_snapshot_xmin(pg_current_snapshot()) as horizon)
                select horizon::text as horizon, shop_id, id, xid::text as xid, type, subject, body, at
                  from edge
                  left join lateral (
                       select shop_id, id, event.xid, type, subject, body::text as body, at
                         from kernel.event
                        where (event.xid, id) > (:xid::xid8, :id)
                          and event.xid < horizon
                          and type = any(:types)
                        order by event.xid, id
                        limit :limit) as next on true
                """)
            .param("xid", from.xid())
            .param("id", from.id())
            .param("types", types.toArray(String[]::new))
            .param("limit", limit)
            .query(row -> {
                horizons.add(row.getString("horizon"));
                if (row.getString("xid") != null) {
                    events.add(Read.of(row));
                }
            });
        return new Found(horizons.getFirst(), events);
    }

    void move(String cursor, Position to) {
        jdbc.sql("""
                update kernel.event_cursor
                   set xid = :xid::xid8, id = :id, moved_at = now()
                 where name = :name
                """)
            .param("name", cursor)
            .param("xid", to.xid())
            .param("id", to.id())
            .update();
    }

    void park(String cursor, StoredEvent event, String reason) {
        jdbc.sql("""
                insert into kernel.event_parked (shop_id, event_id, cursor, type, subject, body, reason)
                values (:shop, :event, :cursor, :type, :subject, :body::json, :reason)
                    on conflict do nothing
                """)
            .param("shop", event.shop().value())
            .param("event", event.id())
            .param("cursor", cursor)
            .param("type", event.type())
            .param("subject", event.subject())
            .param("body", event.json())
            .param("reason", reason)
            .update();
    }

    /** How far a cursor has read: everything up to and including this transaction and event. */
    record Position(String xid, long id) {

        static Position before(String horizon) {
            return new Position(Long.toUnsignedString(Long.parseUnsignedLong(horizon) - 1), Long.MAX_VALUE);
        }
    }

    /** The transaction ids below the horizon were looked at. */
    record NewTypes(String horizon, List<String> types) {
    }

    record Found(String horizon, List<Read> events) {
    }

    record Read(Position position, StoredEvent event) {

        static Read of(ResultSet row) throws SQLException {
            return new Read(new Position(row.getString("xid"), row.getLong("id")),
                    new StoredEvent(new ShopId(row.getLong("shop_id")), row.getLong("id"),
                            row.getString("type"), row.getLong("subject"), row.getString("body"),
                            row.getTimestamp("at").toInstant()));
        }
    }
}
