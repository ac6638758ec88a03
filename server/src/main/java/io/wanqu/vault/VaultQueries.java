package io.wanqu.vault;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What other modules may ask about the cards of a shop. */
@Component
public class VaultQueries {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final VaultSettings settings;

    VaultQueries(JdbcClient jdbc, Clock clock, VaultSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** How many uses may still go out today; equal to what is available where no card has a limit a day. */
    public long usesLeftToday(ShopId shop, PoolId pool) {
        var now = clock.instant();
        return jdbc.sql("""
                select coalesce(sum(least(uses_left, per_day - case when day = :today then day_uses else 0 end)), 0)
                  from vault.card
                 where shop_id = :shop
                   and pool_id = :pool
                   and state = 'available'
                   and expires_at > :now
                """)
            .param("shop", shop.value())
            .param("pool", pool.value())
            .param("today", LocalDate.ofInstant(now, settings.zone()))
            .param("now", now.atOffset(UTC))
            .query(Long.class)
            .single();
    }

    /** The recount of every pool of the shop from its rows; reads them all, so it is for the audit. */
    public List<PoolCount> countByPool(ShopId shop) {
        return jdbc.sql("""
                select card.pool_id, available, chosen, consigned, delivered, voided, coalesce(deliveries, 0) as deliveries,
                       coalesce(twice, 0) as twice
                  from (select pool_id,
                               coalesce(sum(uses_left) filter (where state = 'available'), 0) as available,
                               coalesce(sum(uses_left) filter (where state = 'chosen'), 0) as chosen,
                               coalesce(sum(uses_left) filter (where state = 'consigned'), 0) as consigned,
                               sum(uses_max::bigint - uses_left - uses_void) as delivered,
                               sum(uses_void) as voided
                          from vault.card
                         where shop_id = :shop
                         group by pool_id) card
                  left join (select pool_id, sum(times) as deliveries, count(*) filter (where single and times > 1) as twice
                               from (select pool_id, card_id, bool_or(single) as single, count(*) as times
                                       from vault.delivery
                                      where shop_id = :shop and voided_at is null
                                      group by pool_id, card_id) one
                              group by pool_id) delivery on delivery.pool_id = card.pool_id
                 order by card.pool_id
                """)
            .param("shop", shop.value())
            .query((row, n) -> new PoolCount(shop, new PoolId(row.getLong("pool_id")), row.getLong("available"),
                    row.getLong("chosen"), row.getLong("consigned"), row.getLong("delivered"), row.getLong("voided"), row.getLong("deliveries"),
                    row.getLong("twice")))
            .list();
    }
}
