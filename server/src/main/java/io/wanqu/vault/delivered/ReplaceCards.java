package io.wanqu.vault.delivered;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.SharedStock;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.Claim;
import io.wanqu.vault.Issue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives a holder good cards for bad ones of the same pool; the bad ones are known to somebody and never go out again. */
@Component
public class ReplaceCards {

    private final Issue issue;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SharedStock shared;

    ReplaceCards(Issue issue, JdbcClient jdbc, Clock clock, SharedStock shared) {
        this.issue = issue;
        this.jdbc = jdbc;
        this.clock = clock;
        this.shared = shared;
    }

    /**
     * The caller has locked the pool and sold as many units as are named; all of it belongs to his transaction. Returns whether
     * every bad card was replaced; when not, the caller must undo everything.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean replace(ShopId seller, PoolId pool, long holder, int line, List<Integer> units) {
        var shop = shared.keeper(seller, pool);
        var last = jdbc.sql("select coalesce(max(unit), 0) from vault.delivery where shop_id = :shop and holder = :holder and line = :line")
            .param("shop", shop.value())
            .param("holder", holder)
            .param("line", line)
            .query(Integer.class)
            .single();
        if (exposed(shop, holder, line, units) != units.size()) {
            return false;
        }
        var wanted = last + units.size();
        return issue.issue(List.of(new Claim(shop, pool, holder, line, wanted, List.of()))).getFirst().count() == wanted;
    }

    /** Only a card that belongs to one buyer can be void for him alone. */
    private int exposed(ShopId shop, long holder, int line, List<Integer> units) {
        return jdbc.sql("""
                with bad as (
                    update vault.delivery
                       set voided_at = :now
                     where shop_id = :shop and holder = :holder and line = :line and unit = any(:units)
                       and single and voided_at is null
                    returning shop_id, card_id)
                update vault.card
                   set state = 'void', uses_void = uses_void + 1
                  from bad
                 where card.shop_id = bad.shop_id and card.card_id = bad.card_id and card.state = 'delivered'
                """)
            .param("shop", shop.value())
            .param("holder", holder)
            .param("line", line)
            .param("units", units.toArray(Integer[]::new))
            .param("now", clock.instant().atOffset(UTC))
            .update();
    }
}
