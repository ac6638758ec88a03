package io.wanqu.vault.batch;

import java.util.ArrayList;
import java.util.List;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.CountsStock;
import io.wanqu.vault.batch.Batches.Unsold;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes locked cards off sale, as many as the stock can spare; what is promised to holders stays. */
@Component
class VoidCards {

    private final CountsStock stock;
    private final JdbcClient jdbc;

    VoidCards(CountsStock stock, JdbcClient jdbc) {
        this.stock = stock;
        this.jdbc = jdbc;
    }

    /** Returns how many uses were taken; less than the cards have when the rest is promised. */
    @Transactional(propagation = Propagation.MANDATORY)
    long take(ShopId shop, PoolId pool, List<Unsold> cards) {
        var left = stock.takeOut(shop, pool, cards.stream().mapToLong(Unsold::uses).sum());
        var taken = left;
        var voided = new ArrayList<Unsold>();
        for (var card : cards) {
            var uses = (int) Math.min(left, card.uses());
            if (uses > 0) {
                voided.add(new Unsold(card.card(), uses));
                left -= uses;
            }
        }
        var changed = voided.isEmpty() ? 0 : mark(shop, voided);
        if (changed != voided.size() || left != 0) {
            throw new IllegalStateException("took " + taken + " uses out of " + voided.size() + " cards, changed " + changed);
        }
        return taken;
    }

    private int mark(ShopId shop, List<Unsold> cards) {
        return jdbc.sql("""
                update vault.card card
                   set uses_left = card.uses_left - taken.uses,
                       uses_void = card.uses_void + taken.uses,
                       state = case when card.uses_left = taken.uses then 'void' else card.state end
                  from unnest(:cards, :uses) as taken (card_id, uses)
                 where card.shop_id = :shop
                   and card.card_id = taken.card_id
                   and card.state = 'available'
                   and card.uses_left >= taken.uses
                """)
            .params(Columns.of(cards).longs("cards", Unsold::card).ints("uses", Unsold::uses).and("shop", shop.value()).params())
            .update();
    }
}
