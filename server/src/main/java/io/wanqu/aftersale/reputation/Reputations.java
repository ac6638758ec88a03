package io.wanqu.aftersale.reputation;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.wanqu.aftersale.reputation.Formula.Facts;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The aftersale.reputation table, and what cases say of shops. */
@Repository
class Reputations {

    private static final String SELECT = """
            select day, formula, orders, refunded, p95_seconds, defective, lost, score, level
              from aftersale.reputation
            """;

    private final JdbcClient jdbc;

    Reputations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All shops in one statement; what a shop granted by itself is a defect, but not lost. */
    Map<ShopId, Lost> lostSince(Instant from) {
        var found = new HashMap<ShopId, Lost>();
        jdbc.sql("""
                select shop_id, count(distinct order_id) as defective,
                       count(*) filter (where decided_by in ('operator', 'clock')) as lost
                  from aftersale.buyer_case
                 where ended_at >= :from and outcome in ('refunded', 'exchanged', 'compensated')
                 group by shop_id
                """)
            .param("from", from.atOffset(UTC))
            .query(row -> {
                found.put(new ShopId(row.getLong("shop_id")), new Lost(row.getLong("defective"), row.getLong("lost")));
            });
        return found;
    }

    void put(List<Row> rows, LocalDate day, Instant now) {
        jdbc.sql("""
                insert into aftersale.reputation (shop_id, day, formula, orders, refunded, p95_seconds, defective, lost, score, level, counted_at)
                select shop_id, :day, :formula, orders, refunded, p95, defective, lost, score, level, :now
                  from unnest(:shops, :orders, :refunded, :p95, :defective, :lost, :scores, :levels)
                    as row (shop_id, orders, refunded, p95, defective, lost, score, level)
                    on conflict (shop_id, day) do update
                   set formula = excluded.formula, orders = excluded.orders, refunded = excluded.refunded, p95_seconds = excluded.p95_seconds,
                       defective = excluded.defective, lost = excluded.lost, score = excluded.score, level = excluded.level,
                       counted_at = excluded.counted_at
                """)
            .params(Columns.of(rows)
                    .longs("shops", it -> it.shop.value())
                    .longs("orders", it -> it.facts.orders())
                    .longs("refunded", it -> it.facts.refunded())
                    .longs("p95", it -> it.facts.p95Seconds())
                    .longs("defective", it -> it.facts.defective())
                    .longs("lost", it -> it.facts.lost())
                    .ints("scores", it -> it.result.score())
                    .texts("levels", it -> it.result.level())
                    .and("day", day)
                    .and("formula", Formula.VERSION)
                    .and("now", now.atOffset(UTC))
                    .params())
            .update();
    }

    Optional<Day> latest(ShopId shop) {
        return history(shop, 1).stream().findFirst();
    }

    /** Youngest first. */
    List<Day> history(ShopId shop, int days) {
        return jdbc.sql(SELECT + " where shop_id = :shop order by day desc limit :days")
            .param("shop", shop.value())
            .param("days", days)
            .query(Day.class)
            .list();
    }

    record Lost(long defective, long lost) {

        static final Lost NOTHING = new Lost(0, 0);
    }

    record Row(ShopId shop, Facts facts, Formula.Result result) {
    }

    record Day(LocalDate day, int formula, long orders, long refunded, long p95Seconds, long defective, long lost, int score, String level) {

        Facts facts() {
            return new Facts(orders, refunded, p95Seconds, defective, lost);
        }
    }
}
