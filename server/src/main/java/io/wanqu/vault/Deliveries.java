package io.wanqu.vault;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The vault.delivery table: who got which card. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Deliveries {

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many units each of these lines has already; lines without any are missing. */
    Map<Line, Integer> units(List<Claim> claims) {
        var units = new HashMap<Line, Integer>();
        jdbc.sql("""
                select delivery.shop_id, delivery.holder, delivery.line, max(delivery.unit) as units
                  from unnest(:shops, :holders, :lines) as claim (shop_id, holder, line)
                  join vault.delivery delivery
                    on delivery.shop_id = claim.shop_id and delivery.holder = claim.holder and delivery.line = claim.line
                 group by delivery.shop_id, delivery.holder, delivery.line
                """)
            .params(Columns.of(claims)
                    .longs("shops", claim -> claim.shop().value())
                    .longs("holders", Claim::holder)
                    .ints("lines", Claim::line)
                    .params())
            .query(row -> {
                units.put(new Line(new ShopId(row.getLong("shop_id")), row.getLong("holder"), row.getInt("line")),
                        row.getInt("units"));
            });
        return units;
    }

    void add(List<Delivery> deliveries, Instant at) {
        jdbc.sql("""
                insert into vault.delivery (shop_id, holder, line, unit, pool_id, card_id, single, at)
                select shop_id, holder, line, unit, pool_id, card_id, single = 1, :at
                  from unnest(:shops, :holders, :lines, :units, :pools, :cards, :singles)
                       as row (shop_id, holder, line, unit, pool_id, card_id, single)
                """)
            .params(Columns.of(deliveries)
                    .longs("shops", row -> row.line().shop().value())
                    .longs("holders", row -> row.line().holder())
                    .ints("lines", row -> row.line().line())
                    .ints("units", Delivery::unit)
                    .longs("pools", row -> row.pool().value())
                    .longs("cards", Delivery::card)
                    .ints("singles", row -> row.single() ? 1 : 0)
                    .and("at", at.atOffset(UTC))
                    .params())
            .update();
    }

    /** What a holder got from the pools of these shops, locked, so that two first looks at once are told apart. */
    List<Row> lock(List<ShopId> shops, long holder) {
        return jdbc.sql("""
                select delivery.shop_id, delivery.line, delivery.unit, delivery.card_id, delivery.opened_at, card.sealed, card.expires_at
                  from vault.delivery delivery
                  join vault.card card on card.shop_id = delivery.shop_id and card.card_id = delivery.card_id
                 where delivery.shop_id = any(:shops)
                   and delivery.holder = :holder
                   and delivery.voided_at is null
                 order by delivery.line, delivery.unit
                   for update of delivery
                """)
            .param("shops", longs(shops))
            .param("holder", holder)
            .query((row, n) -> Row.of(row))
            .list();
    }

    /** What these lines got, locked in one order. */
    List<Held> lock(List<ShopId> shops, Collection<Reveal.Line> lines) {
        return jdbc.sql("""
                select delivery.shop_id, delivery.holder, delivery.line, delivery.unit, delivery.card_id, delivery.opened_at, card.sealed, card.expires_at
                  from unnest(:holders, :lines) as wanted (holder, line)
                  join vault.delivery delivery
                    on delivery.shop_id = any(:shops) and delivery.holder = wanted.holder and delivery.line = wanted.line
                  join vault.card card on card.shop_id = delivery.shop_id and card.card_id = delivery.card_id
                 order by delivery.holder, delivery.line, delivery.unit
                   for update of delivery
                """)
            .params(Columns.of(List.copyOf(Set.copyOf(lines)))
                    .longs("holders", Reveal.Line::holder)
                    .ints("lines", Reveal.Line::line)
                    .and("shops", longs(shops))
                    .params())
            .query((row, n) -> new Held(row.getLong("holder"), Row.of(row)))
            .list();
    }

    /** Cards that lie at a channel, as if each were a unit of one line. */
    List<Row> consigned(ShopId shop, long holder) {
        return jdbc.sql("""
                select shop_id, 1 as line, row_number() over (order by card_id)::int as unit, card_id, null::timestamptz as opened_at, sealed,
                       expires_at
                  from vault.card
                 where shop_id = :shop and holder = :holder and state = 'consigned'
                 order by card_id
                """)
            .param("shop", shop.value())
            .param("holder", holder)
            .query((row, n) -> Row.of(row))
            .list();
    }

    void markOpened(List<ShopId> shops, long holder, Instant at) {
        jdbc.sql("""
                update vault.delivery
                   set opened_at = :at
                 where shop_id = any(:shops) and holder = :holder and opened_at is null
                """)
            .param("shops", longs(shops))
            .param("holder", holder)
            .param("at", at.atOffset(UTC))
            .update();
    }

    /** One card by itself, for staff. */
    Optional<Row> card(ShopId shop, long card) {
        return jdbc.sql("""
                select shop_id, 0 as line, 0 as unit, card_id, null::timestamptz as opened_at, sealed, expires_at
                  from vault.card
                 where shop_id = :shop and card_id = :card
                """)
            .param("shop", shop.value())
            .param("card", card)
            .query((row, n) -> Row.of(row))
            .optional();
    }

    int close(List<ShopId> shops, long holder) {
        return jdbc.sql("update vault.delivery set opened_at = null where shop_id = any(:shops) and holder = :holder")
            .param("shops", longs(shops))
            .param("holder", holder)
            .update();
    }

    private static long[] longs(List<ShopId> shops) {
        return shops.stream().mapToLong(ShopId::value).toArray();
    }

    record Line(ShopId shop, long holder, int line) {

        static Line of(Claim claim) {
            return new Line(claim.shop(), claim.holder(), claim.line());
        }
    }

    record Delivery(Line line, int unit, PoolId pool, long card, boolean single) {
    }

    /** A delivered card and who got it. */
    record Held(long holder, Row row) {
    }

    /**
     * A delivered card as it is stored, still sealed.
     *
     * @param shop whose card it is; not always the one that sold it
     */
    record Row(ShopId shop, int line, int unit, long card, @Nullable Instant openedAt, byte[] sealed, @Nullable Instant expiresAt) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(new ShopId(row.getLong("shop_id")), row.getInt("line"), row.getInt("unit"), row.getLong("card_id"), instant(row, "opened_at"),
                    row.getBytes("sealed"), instant(row, "expires_at"));
        }

        /** 'infinity' means never, and never is no time. */
        static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            var time = row.getObject(column, OffsetDateTime.class);
            return time == null || time.equals(OffsetDateTime.MAX) ? null : time.toInstant();
        }
    }
}
