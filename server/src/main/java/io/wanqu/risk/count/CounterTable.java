package io.wanqu.risk.count;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.kernel.Columns;
import io.wanqu.risk.count.Counters.Key;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The risk.counter table, where the nodes' counts meet. */
@Repository
class CounterTable {

    private static final Comparator<Row> IN_ORDER = Comparator.<Row>comparingLong(row -> row.key.shop()).thenComparing(row -> row.key.by())
            .thenComparing(row -> row.key.deed()).thenComparingLong(row -> row.key.key()).thenComparing(Row::window)
            .thenComparingLong(Row::stretch);

    private final JdbcClient jdbc;
    private final Clock clock;

    CounterTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds, and returns what all nodes have by now; locked in the order of the keys, so that two nodes don't wait for each other. */
    List<Row> add(List<Row> rows) {
        return jdbc.sql("""
                insert into risk.counter as known (shop_id, dimension, deed, key, stretch_length, stretch, count, bits, seen_at)
                select shop_id, dimension, deed, key, stretch_length, stretch, count, bits::bit(512), :now
                  from unnest(:shops, :dimensions, :deeds, :keys, :lengths, :stretches, :counts, :bits)
                    as row (shop_id, dimension, deed, key, stretch_length, stretch, count, bits)
                    on conflict (shop_id, dimension, deed, key, stretch_length, stretch) do update
                   set count = known.count + excluded.count, bits = known.bits | excluded.bits, seen_at = excluded.seen_at
                returning shop_id, dimension, deed, key, stretch_length, stretch, count, bits::text as bits
                """)
            .params(columns(rows.stream().sorted(IN_ORDER).toList())
                    .longs("counts", Row::count)
                    .texts("bits", Row::bits)
                    .and("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .params())
            .query(CounterTable::row)
            .list();
    }

    List<Row> find(List<Row> rows) {
        return rows.isEmpty() ? List.of() : jdbc.sql("""
                select counter.shop_id, dimension, deed, key, stretch_length, stretch, count, bits::text as bits
                  from unnest(:shops, :dimensions, :deeds, :keys, :lengths, :stretches)
                    as wanted (shop_id, dimension, deed, key, stretch_length, stretch)
                  join risk.counter using (shop_id, dimension, deed, key, stretch_length, stretch)
                """)
            .params(columns(rows).params())
            .query(CounterTable::row)
            .list();
    }

    private static Columns<Row> columns(List<Row> rows) {
        return Columns.of(rows)
                .longs("shops", it -> it.key.shop())
                .texts("dimensions", it -> it.key.by().text())
                .texts("deeds", it -> it.key.deed().text())
                .longs("keys", it -> it.key.key())
                .texts("lengths", it -> it.window.text())
                .longs("stretches", Row::stretch);
    }

    @Bean
    RecurringTask<Void> forgetOldCounts() {
        return Tasks.recurring("risk.forget-counts", FixedDelay.of(Duration.ofMinutes(20)))
                .execute((instance, context) -> forget());
    }

    void forget() {
        jdbc.sql("delete from risk.counter where seen_at < :before")
            .param("before", clock.instant().minus(Duration.ofDays(2)).atOffset(ZoneOffset.UTC))
            .update();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        var length = row.getString("stretch_length");
        var window = Arrays.stream(Window.values()).filter(it -> it.text().equals(length)).findFirst().orElseThrow();
        return new Row(new Key(row.getLong("shop_id"), Dimension.valueOf(row.getString("dimension").toUpperCase(Locale.ROOT)),
                Deed.valueOf(row.getString("deed").toUpperCase(Locale.ROOT)), row.getLong("key")), window, row.getLong("stretch"),
                row.getLong("count"), row.getString("bits"));
    }

    record Row(Key key, Window window, long stretch, long count, @Nullable String bits) {
    }
}
