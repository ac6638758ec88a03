package io.wanqu.vault;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sets the very cards a buyer picked aside for a holder, and lets them go again. Only single-use cards can be picked. */
@Component
public class ChooseCards {

    private final JdbcClient jdbc;
    private final Clock clock;

    ChooseCards(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns those of the cards that this holder has now; of two holders who want the same one, one gets it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> choose(ShopId shop, PoolId pool, long holder, List<Long> cardIds) {
        return jdbc.sql("""
                with wanted as materialized (
                    select shop_id, card_id
                      from vault.card
                     where shop_id = :shop
                       and card_id = any(:cards)
                       and pool_id = :pool
                       and uses_max = 1
                       and expires_at > :now
                       and (state = 'available' or (state = 'chosen' and holder = :holder))
                     order by card_id
                       for update)
                update vault.card card
                   set state = 'chosen', holder = :holder
                  from wanted
                 where card.shop_id = wanted.shop_id
                   and card.card_id = wanted.card_id
                returning card.card_id
                """)
            .param("shop", shop.value())
            .param("pool", pool.value())
            .param("holder", holder)
            .param("cards", cardIds.stream().mapToLong(Long::longValue).toArray())
            .param("now", clock.instant().atOffset(UTC))
            .query((row, n) -> row.getLong("card_id"))
            .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void release(ShopId shop, Collection<Long> holders) {
        jdbc.sql("""
                with held as materialized (
                    select shop_id, card_id
                      from vault.card
                     where shop_id = :shop
                       and holder = any(:holders)
                       and state = 'chosen'
                     order by card_id
                       for update)
                update vault.card card
                   set state = 'available', holder = null
                  from held
                 where card.shop_id = held.shop_id
                   and card.card_id = held.card_id
                """)
            .param("shop", shop.value())
            .param("holders", holders.stream().mapToLong(Long::longValue).toArray())
            .update();
    }
}
