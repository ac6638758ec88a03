package io.wanqu.inventory.cover;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables inventory.pace and inventory.cover_rule. */
@Repository
class Paces {

    private final JdbcClient jdbc;

    Paces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two who look at once would count the same sales twice. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('inventory.cover'))").query(row -> {
        });
    }

    /** Pools of all shops that ever sold anything, behind a key, with what is known of them. */
    List<Watched> after(PoolKey key, int limit) {
        return jdbc.sql("""
                select pool.shop_id, pool.pool_id, pool.name, pool.available, pool.sold, pace.counted, pace.counted_at, pace.hour, pace.in_hour,
                       pace.hours_seen, pace.overall_milli, pace.recent_milli, pace.week_milli, rule.lead_hours, rule.restock_days, rule.minimum
                  from inventory.pool
                  left join inventory.pace using (shop_id, pool_id)
                  left join inventory.cover_rule rule using (shop_id, pool_id)
                 where (pool.shop_id, pool.pool_id) > (:shop, :pool)
                   and (pool.sold > 0 or rule.pool_id is not null)
                 order by pool.shop_id, pool.pool_id
                 limit :limit
                """)
            .param("shop", key.shop().value())
            .param("pool", key.pool().value())
            .param("limit", limit)
            .query((row, n) -> read(row))
            .list();
    }

    /** One shop's pools, whether they sold anything or not. */
    List<Watched> ofShop(ShopId shop, long after, int limit) {
        return jdbc.sql("""
                select pool.shop_id, pool.pool_id, pool.name, pool.available, pool.sold, pace.counted, pace.counted_at, pace.hour, pace.in_hour,
                       pace.hours_seen, pace.overall_milli, pace.recent_milli, pace.week_milli, rule.lead_hours, rule.restock_days, rule.minimum
                  from inventory.pool
                  left join inventory.pace using (shop_id, pool_id)
                  left join inventory.cover_rule rule using (shop_id, pool_id)
                 where pool.shop_id = :shop
                   and pool.pool_id > :after
                 order by pool.pool_id
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("after", after)
            .param("limit", limit)
            .query((row, n) -> read(row))
            .list();
    }

    void save(List<Watched> watched) {
        jdbc.sql("""
                insert into inventory.pace (shop_id, pool_id, counted, counted_at, hour, in_hour, hours_seen, overall_milli, recent_milli, week_milli)
                select shop_id, pool_id, counted, counted_at::timestamptz, hour::timestamptz, in_hour, hours_seen, overall_milli, recent_milli,
                       week_milli::bigint[]
                  from unnest(:shops, :pools, :counted, :times, :hours, :inHours, :seen, :overall, :recent, :weeks)
                       as row (shop_id, pool_id, counted, counted_at, hour, in_hour, hours_seen, overall_milli, recent_milli, week_milli)
                    on conflict (shop_id, pool_id) do update
                   set counted = excluded.counted, counted_at = excluded.counted_at, hour = excluded.hour, in_hour = excluded.in_hour,
                       hours_seen = excluded.hours_seen, overall_milli = excluded.overall_milli, recent_milli = excluded.recent_milli,
                       week_milli = excluded.week_milli
                """)
            .params(Columns.of(watched)
                    .longs("shops", it -> it.key.shop().value())
                    .longs("pools", it -> it.key.pool().value())
                    .longs("counted", it -> it.known().counted())
                    .texts("times", it -> it.known().countedAt().atOffset(UTC).toString())
                    .texts("hours", it -> it.known().hour().atOffset(UTC).toString())
                    .longs("inHours", it -> it.known().inHour())
                    .ints("seen", it -> it.known().hoursSeen())
                    .longs("overall", it -> it.known().overallMilli())
                    .longs("recent", it -> it.known().recentMilli())
                    .texts("weeks", it -> Arrays.stream(it.known().weekMilli()).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}")))
                    .params())
            .update();
    }

    void rule(ShopId shop, PoolId pool, CoverSettings.Rule rule) {
        jdbc.sql("""
                insert into inventory.cover_rule (shop_id, pool_id, lead_hours, restock_days, minimum)
                values (:shop, :pool, :lead, :restock, :minimum)
                    on conflict (shop_id, pool_id) do update
                   set lead_hours = excluded.lead_hours, restock_days = excluded.restock_days, minimum = excluded.minimum
                """)
            .param("shop", shop.value())
            .param("pool", pool.value())
            .param("lead", rule.leadHours())
            .param("restock", rule.restockDays())
            .param("minimum", rule.minimum())
            .update();
    }

    private static Watched read(ResultSet row) throws SQLException {
        return new Watched(new PoolKey(new ShopId(row.getLong("shop_id")), new PoolId(row.getLong("pool_id"))), row.getString("name"),
                row.getLong("available"), row.getLong("sold"), pace(row), rule(row));
    }

    private static @Nullable Pace pace(ResultSet row) throws SQLException {
        var at = row.getObject("counted_at", OffsetDateTime.class);
        if (at == null) {
            return null;
        }
        var week = Arrays.stream((Long[]) row.getArray("week_milli").getArray()).mapToLong(Long::longValue).toArray();
        return new Pace(row.getLong("counted"), at.toInstant(), row.getObject("hour", OffsetDateTime.class).toInstant(), row.getLong("in_hour"),
                row.getInt("hours_seen"), row.getLong("overall_milli"), row.getLong("recent_milli"), week);
    }

    private static CoverSettings.@Nullable Rule rule(ResultSet row) throws SQLException {
        var lead = row.getInt("lead_hours");
        return lead == 0 ? null : new CoverSettings.Rule(lead, row.getInt("restock_days"), row.getLong("minimum"));
    }

    /** A pool with what is known of its sales; the first look begins with nothing. */
    record Watched(PoolKey key, String name, long available, long sold, @Nullable Pace pace, CoverSettings.@Nullable Rule rule) {

        Watched counted(Instant now) {
            return new Watched(key, name, available, sold, Optional.ofNullable(pace).orElseGet(() -> Pace.begin(0, now)).count(sold, now), rule);
        }

        Pace known() {
            return Optional.ofNullable(pace).orElseThrow();
        }

        long soldSince() {
            return sold - (pace == null ? 0 : pace.counted());
        }
    }
}
