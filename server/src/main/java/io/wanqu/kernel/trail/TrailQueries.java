package io.wanqu.kernel.trail;

import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Searches the trail, newest first. */
@Repository
public class TrailQueries {

    private static final int MICROS = 1_000_000;

    private final JdbcClient jdbc;

    TrailQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Entry> find(Search search, long before, int limit) {
        return jdbc.sql("select " + TrailRow.COLUMNS + """
                  from kernel.trail
                 where (:shop::bigint is null or shop_id = :shop)
                   and (:actor::text is null or actor = :actor)
                   and (:action::text is null or starts_with(action, :action))
                   and (:subject::text is null or subject = :subject)
                   and entry_id < :before
                 order by entry_id desc
                 limit :limit
                """)
            .param("shop", search.shop == null ? null : search.shop.value())
            .param("actor", search.actor)
            .param("action", search.action)
            .param("subject", search.subject)
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> entry(TrailRow.of(row)))
            .list();
    }

    private static Entry entry(TrailRow row) {
        var act = row.act();
        return new Entry(Long.toString(row.id()), Long.toString(row.shop()),
                Instant.ofEpochSecond(row.atMicros() / MICROS, row.atMicros() % MICROS * 1_000), act.actor(), act.name(), row.action(),
                row.subject(), act.route(), act.request(), act.address(), act.idempotency(), row.outcome(), empty(row.before()), empty(row.after()));
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }

    /**
     * What is looked for; what is null may be anything.
     *
     * @param action as it begins
     */
    public record Search(@Nullable ShopId shop, @Nullable String actor, @Nullable String action, @Nullable String subject) {
    }

    /**
     * What was done.
     *
     * @param before what differs, as JSON
     */
    public record Entry(String id, String shop, Instant at, String actor, String actorName, String action, String subject, String route,
            String request, String address, String idempotency, String outcome, @Nullable String before, @Nullable String after) {
    }
}
