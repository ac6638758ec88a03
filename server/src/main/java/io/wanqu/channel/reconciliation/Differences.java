package io.wanqu.channel.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Json;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channel.reconciliation and channel.difference tables. */
@Repository
class Differences {

    private static final String SELECT = """
            select difference_id, day, code, subject, facts, action, state, found_at, done_by, note
              from channel.difference
             where shop_id = :shop and channel_id = :channel
            """;

    private final JdbcClient jdbc;
    private final Ids ids;

    Differences(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Those that are open and were not found again are gone; what was explained stays explained. */
    void replace(ChannelKey key, LocalDate day, List<Difference> found, Instant now) {
        jdbc.sql("""
                update channel.difference
                   set state = 'gone'
                 where shop_id = :shop and channel_id = :channel and day = :day and state = 'open'
                   and not (code || '/' || subject = any(:found))
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("day", day)
            .param("found", found.stream().map(it -> it.code() + "/" + it.subject()).toArray(String[]::new))
            .update();
        jdbc.sql("""
                insert into channel.difference (shop_id, difference_id, channel_id, day, code, subject, facts, action, found_at)
                select :shop, id, :channel, :day, code, subject, facts, action, :now
                  from unnest(:ids, :codes, :subjects, :facts, :actions) as row (id, code, subject, facts, action)
                 where not exists (select 1
                                     from channel.difference as before
                                    where before.shop_id = :shop and before.channel_id = :channel and before.day = :day
                                      and before.code = row.code and before.subject = row.subject and before.state = 'explained')
                    on conflict (shop_id, channel_id, day, code, subject) where state = 'open' do update
                   set facts = excluded.facts
                """)
            .params(Columns.of(found)
                    .longs("ids", it -> ids.next())
                    .texts("codes", Difference::code)
                    .texts("subjects", Difference::subject)
                    .texts("facts", it -> Json.write(it.facts()))
                    .texts("actions", it -> it.action().text())
                    .and("shop", key.shop().value())
                    .and("channel", key.channel().value())
                    .and("day", day)
                    .and("now", now.atOffset(ZoneOffset.UTC))
                    .params())
            .update();
    }

    void ran(ChannelKey key, Run run, Instant now) {
        jdbc.sql("""
                insert into channel.reconciliation (shop_id, channel_id, day, state, orders, differences, code, ran_at)
                values (:shop, :channel, :day, :state, :orders, :differences, :code, :now)
                    on conflict (shop_id, channel_id, day) do update
                   set state = excluded.state, orders = excluded.orders, differences = excluded.differences, code = excluded.code,
                       ran_at = excluded.ran_at
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("day", run.day)
            .param("state", run.state)
            .param("orders", run.orders)
            .param("differences", run.differences)
            .param("code", run.code)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    }

    List<Row> of(ChannelKey key, LocalDate day, boolean all) {
        return jdbc.sql(SELECT + " and day = :day and (:all or state = 'open') order by difference_id limit 1000")
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("day", day)
            .param("all", all)
            .query((row, n) -> row(row))
            .list();
    }

    Optional<Row> find(ChannelKey key, long difference) {
        return jdbc.sql(SELECT + " and difference_id = :difference")
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("difference", difference)
            .query((row, n) -> row(row))
            .optional();
    }

    /** False when somebody was faster. */
    boolean end(ChannelKey key, long difference, String state, String by, @Nullable String note) {
        return jdbc.sql("""
                update channel.difference
                   set state = :state, done_by = :by, note = :note
                 where shop_id = :shop and channel_id = :channel and difference_id = :difference and state = 'open'
                """)
            .param("state", state)
            .param("by", by)
            .param("note", note)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("difference", difference)
            .update() == 1;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong("difference_id"), row.getObject("day", LocalDate.class), row.getString("code"), row.getString("subject"),
                row.getString("facts"), row.getString("action"), row.getString("state"), row.getTimestamp("found_at").toInstant(),
                row.getString("done_by"), row.getString("note"));
    }

    /** @param code why it failed, null when it did not */
    record Run(LocalDate day, String state, int orders, int differences, @Nullable String code) {
    }

    record Row(long id, LocalDate day, String code, String subject, String facts, String action, String state, Instant foundAt,
            @Nullable String doneBy, @Nullable String note) {

        @SuppressWarnings("unchecked")
        Map<String, Object> known() {
            return Json.read(facts, Map.class);
        }
    }
}
