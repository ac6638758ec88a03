package io.wanqu.kernel.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

import io.wanqu.kernel.chain.Canon;
import io.wanqu.kernel.chain.Canon.Field;
import io.wanqu.kernel.chain.Hashes;

/** A row of kernel.trail; transaction and time are the database's own. */
record TrailRow(long shop, long id, long xid, long atMicros, Act act, String action, String subject, String outcome, String before,
        String after) {

    static final String COLUMNS = """
            shop_id, entry_id, xid, (extract(epoch from at) * 1000000)::bigint as at_micros, actor, actor_name, action, subject, route,
            request, address, idempotency, outcome, before, after
            """;

    /** The order of the fields is the order in which they are sealed: it never changes. Times are microseconds since 1970. */
    static final Canon<TrailRow> CANON = new Canon<>(TrailRow::id, List.of(
            field("shop_id", TrailRow::shop), field("entry_id", TrailRow::id), field("xid", TrailRow::xid), field("at", TrailRow::atMicros),
            field("actor", row -> row.act.actor()), field("actor_name", row -> row.act.name()), field("action", TrailRow::action),
            field("subject", TrailRow::subject), field("route", row -> row.act.route()), field("request", row -> row.act.request()),
            field("address", row -> row.act.address()), field("idempotency", row -> row.act.idempotency()),
            field("outcome", TrailRow::outcome), field("before", TrailRow::before), field("after", TrailRow::after)));

    TrailRow(long shop, long id, Act act, String action, String subject, String outcome, String before, String after) {
        this(shop, id, 0, 0, act, action, subject, outcome, before, after);
    }

    /** What stands before the first link of a shop. */
    static byte[] genesis(long shop) {
        return Hashes.sha256(Hashes.netstrings("wanqu.trail/1", Long.toString(shop)));
    }

    static TrailRow of(ResultSet row) throws SQLException {
        return new TrailRow(row.getLong("shop_id"), row.getLong("entry_id"), row.getLong("xid"), row.getLong("at_micros"),
                new Act(row.getString("actor"), row.getString("actor_name"), row.getString("route"), row.getString("request"),
                        row.getString("address"), row.getString("idempotency")),
                row.getString("action"), row.getString("subject"), row.getString("outcome"), row.getString("before"),
                row.getString("after"));
    }

    private static Field<TrailRow> field(String column, Function<TrailRow, Object> value) {
        return new Field<>(column, row -> value.apply(row).toString());
    }
}
