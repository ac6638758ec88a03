package io.wanqu.risk.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;
import io.wanqu.risk.Outcome;
import io.wanqu.risk.count.Dimension;
import io.wanqu.risk.rule.Facts;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The risk.decision table. */
@Repository
class Decisions {

    private static final String SELECT = """
            select shop_id, decision_id, at, act, subject, channel_id, profile, versions, outcome, score, weight, fired, facts,
                   person, device, address, range, payer
              from risk.decision
            """;
    private static final List<Dimension> KEPT = List.of(Dimension.PERSON, Dimension.DEVICE, Dimension.ADDRESS, Dimension.RANGE, Dimension.PAYER);
    private static final String SEPARATOR = "\u001f";

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Decision> decisions) {
        jdbc.sql("""
                insert into risk.decision (shop_id, decision_id, at, act, subject, channel_id, profile, versions, outcome, score, weight, fired,
                                           facts, person, device, address, range, payer)
                select shop_id, decision_id, to_timestamp(at_millis / 1000.0), act, subject, channel_id, profile, versions, outcome, score,
                       weight, case when fired = '' then '{}'::text[] else string_to_array(fired, :separator) end, facts::jsonb,
                       person, device, address, range, payer
                  from unnest(:shops, :ids, :millis, :acts, :subjects, :channels, :profiles, :versions, :outcomes, :scores, :weights, :fired,
                              :facts, :persons, :devices, :addresses, :ranges, :payers)
                    as row (shop_id, decision_id, at_millis, act, subject, channel_id, profile, versions, outcome, score, weight, fired,
                            facts, person, device, address, range, payer)
                """)
            .params(Columns.of(decisions)
                    .longs("shops", it -> it.shop().value())
                    .longs("ids", Decision::id)
                    .longs("millis", it -> it.at().toEpochMilli())
                    .texts("acts", Decision::act)
                    .longs("subjects", Decision::subject)
                    .longs("channels", Decision::channel)
                    .texts("profiles", Decision::profile)
                    .texts("versions", Decision::versions)
                    .texts("outcomes", it -> it.outcome().text())
                    .ints("scores", Decision::score)
                    .ints("weights", Decision::weight)
                    .texts("fired", it -> String.join(SEPARATOR, it.fired()))
                    .texts("facts", it -> Json.write(it.facts()))
                    .nullableLongs("persons", it -> it.keys().get(Dimension.PERSON))
                    .nullableLongs("devices", it -> it.keys().get(Dimension.DEVICE))
                    .nullableLongs("addresses", it -> it.keys().get(Dimension.ADDRESS))
                    .nullableLongs("ranges", it -> it.keys().get(Dimension.RANGE))
                    .nullableLongs("payers", it -> it.keys().get(Dimension.PAYER))
                    .and("separator", SEPARATOR)
                    .params())
            .update();
    }

    /** Newest first; of all shops where none is named. */
    List<Decision> list(@Nullable ShopId shop, @Nullable Outcome outcome, long before, int limit) {
        return jdbc.sql(SELECT + """
                 where (:shop::bigint is null or shop_id = :shop)
                   and (:outcome::text is null or outcome = :outcome)
                   and decision_id < :before
                 order by decision_id desc
                 limit :limit
                """)
            .param("shop", shop == null ? null : shop.value())
            .param("outcome", outcome == null ? null : outcome.text())
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> decision(row))
            .list();
    }

    /** A profile's decisions since then, newest first. */
    List<Decision> since(ShopId shop, String profile, Instant since, int limit) {
        return jdbc.sql(SELECT + """
                 where shop_id = :shop and profile = :profile and at >= :since
                 order by decision_id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("profile", profile)
            .param("since", since.atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .query((row, n) -> decision(row))
            .list();
    }

    List<Decision> about(Collection<Subject> subjects) {
        return jdbc.sql(SELECT + """
                  join unnest(:shops, :subjects) as wanted (shop_id, subject) using (shop_id, subject)
                 order by decision_id desc
                """)
            .params(Columns.of(List.copyOf(subjects)).longs("shops", it -> it.shop.value()).longs("subjects", Subject::id).params())
            .query((row, n) -> decision(row))
            .list();
    }

    int forget(Instant before, int limit) {
        return jdbc.sql("""
                with old as materialized (
                    select shop_id, decision_id
                      from risk.decision
                     where at < :before
                     limit :limit)
                delete from risk.decision
                 using old
                 where decision.shop_id = old.shop_id and decision.decision_id = old.decision_id
                """)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .update();
    }

    private static Decision decision(ResultSet row) throws SQLException {
        Map<Dimension, Long> keys = new EnumMap<>(Dimension.class);
        for (var by : KEPT) {
            var key = row.getLong(by.text());
            if (!row.wasNull()) {
                keys.put(by, key);
            }
        }
        return new Decision(new ShopId(row.getLong("shop_id")), row.getLong("decision_id"), row.getTimestamp("at").toInstant(), row.getString("act"),
                row.getLong("subject"), row.getLong("channel_id"), row.getString("profile"), row.getString("versions"),
                Outcome.of(row.getString("outcome")), row.getInt("score"), row.getInt("weight"),
                List.of((String[]) row.getArray("fired").getArray()), Json.read(row.getString("facts"), Facts.Recorded.class), keys);
    }

    record Subject(ShopId shop, long id) {
    }
}
