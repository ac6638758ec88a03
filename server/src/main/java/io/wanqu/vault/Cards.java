package io.wanqu.vault;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Claiming rows of vault.card; written only inside the caller's transaction. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Cards {

    private final JdbcClient jdbc;

    Cards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next cards of each pool, first expired first out, then oldest. Rows another transaction has locked are skipped.
     * The lateral join runs the limited scan exactly once for each pool; as a sub-select of {@code in} it might run again
     * for each row and lock more than asked.
     */
    List<Candidate> next(List<Wanted> wanted, Instant now, LocalDate today) {
        return next(wanted, now, today, "skip locked");
    }

    /** The same, but waits for locked rows: asked only when the first look was short, so that nobody is refused in vain. */
    List<Candidate> nextWaiting(List<Wanted> wanted, Instant now, LocalDate today) {
        return next(wanted, now, today, "");
    }

    private List<Candidate> next(List<Wanted> wanted, Instant now, LocalDate today, String locked) {
        return jdbc.sql("""
                with next as materialized (
                    select card.shop_id, card.pool_id, card.card_id, card.expires_at, card.uses_max, card.uses_left,
                           card.per_day, card.day, card.day_uses
                      from unnest(:shops, :pools, :quantities) as wanted (shop_id, pool_id, quantity)
                     cross join lateral (
                           select shop_id, pool_id, card_id, expires_at, uses_max, uses_left, per_day, day, day_uses
                             from vault.card
                            where card.shop_id = wanted.shop_id
                              and card.pool_id = wanted.pool_id
                              and card.state = 'available'
                              and card.expires_at > :now
                              and (card.per_day is null or card.day is distinct from :today or card.day_uses < card.per_day)
                            order by card.expires_at, card.card_id
                            limit wanted.quantity
                              for update %s) as card)
                select shop_id, pool_id, card_id, uses_max,
                       least(uses_left, per_day - case when day = :today then day_uses else 0 end) as usable
                  from next
                 order by expires_at, card_id
                """.formatted(locked))
            .params(Columns.of(wanted)
                    .longs("shops", row -> row.shop().value())
                    .longs("pools", row -> row.pool().value())
                    .ints("quantities", Wanted::quantity)
                    .and("now", now.atOffset(UTC))
                    .and("today", today)
                    .params())
            .query((row, n) -> Candidate.of(row))
            .list();
    }

    /** Cards that these holders had chosen and still hold. */
    List<Candidate> chosen(List<Choice> choices, Instant now) {
        return jdbc.sql("""
                select card.shop_id, card.pool_id, card.card_id, card.uses_max, card.uses_left as usable
                  from unnest(:shops, :holders, :cards) as choice (shop_id, holder, card_id)
                  join vault.card card
                    on card.shop_id = choice.shop_id and card.card_id = choice.card_id and card.holder = choice.holder
                 where card.state = 'chosen'
                   and card.expires_at > :now
                 order by card.shop_id, card.card_id
                   for update of card
                """)
            .params(Columns.of(choices)
                    .longs("shops", choice -> choice.shop().value())
                    .longs("holders", Choice::holder)
                    .longs("cards", Choice::card)
                    .and("now", now.atOffset(UTC))
                    .params())
            .query((row, n) -> Candidate.of(row))
            .list();
    }

    /** Takes uses from cards this transaction has locked; a card without uses left is delivered. */
    void use(Collection<Candidate> used, LocalDate today) {
        var changed = jdbc.sql("""
                update vault.card card
                   set uses_left = card.uses_left - used.uses,
                       state = case when card.uses_left = used.uses then 'delivered' else card.state end,
                       day = case when card.per_day is null then card.day else :today end,
                       day_uses = case when card.per_day is null then 0
                                       when card.day = :today then card.day_uses + used.uses
                                       else used.uses end
                  from unnest(:shops, :cards, :uses) as used (shop_id, card_id, uses)
                 where card.shop_id = used.shop_id
                   and card.card_id = used.card_id
                   and card.state in ('available', 'chosen')
                   and card.uses_left >= used.uses
                """)
            .params(Columns.of(List.copyOf(used))
                    .longs("shops", card -> card.shop().value())
                    .longs("cards", Candidate::card)
                    .ints("uses", Candidate::used)
                    .and("today", today)
                    .params())
            .update();
        if (changed != used.size()) {
            throw new IllegalStateException("took " + changed + " of " + used.size() + " locked cards");
        }
    }

    record Wanted(ShopId shop, PoolId pool, int quantity) {
    }

    record Choice(ShopId shop, long holder, long card) {
    }

    /** A locked card and how many of its uses may still go out today. */
    static final class Candidate {

        private final ShopId shop;
        private final PoolId pool;
        private final long card;
        private final boolean single;
        private final int usable;
        private int used;

        Candidate(ShopId shop, PoolId pool, long card, boolean single, int usable) {
            this.shop = shop;
            this.pool = pool;
            this.card = card;
            this.single = single;
            this.usable = usable;
        }

        static Candidate of(ResultSet row) throws SQLException {
            return new Candidate(new ShopId(row.getLong("shop_id")), new PoolId(row.getLong("pool_id")),
                    row.getLong("card_id"), row.getInt("uses_max") == 1, row.getInt("usable"));
        }

        boolean take() {
            if (used == usable) {
                return false;
            }
            used++;
            return true;
        }

        boolean spent() {
            return used == usable;
        }

        ShopId shop() {
            return shop;
        }

        PoolId pool() {
            return pool;
        }

        long card() {
            return card;
        }

        boolean single() {
            return single;
        }

        int used() {
            return used;
        }
    }
}
