package io.wanqu.vault;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import static java.time.ZoneOffset.UTC;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.sealing.CardSeal;
import io.wanqu.vault.sealing.CardText;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cards that lie at a channel before they are sold: nobody else gets them, until the channel sells them or gives them back. */
@Component
public class ConsignedCards {

    private final JdbcClient jdbc;
    private final CardSeal seal;
    private final Clock clock;

    ConsignedCards(JdbcClient jdbc, CardSeal seal, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /** Claims up to so many single-use cards, first expired first; the caller has locked the pool. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int consign(ShopId shop, PoolId pool, long holder, int count) {
        return jdbc.sql("""
                with next as materialized (
                    select card_id
                      from vault.card
                     where shop_id = :shop and pool_id = :pool and state = 'available' and uses_max = 1 and expires_at > :now
                     order by expires_at, card_id
                     limit :count
                       for update)
                update vault.card card
                   set state = 'consigned', holder = :holder
                  from next
                 where card.shop_id = :shop and card.card_id = next.card_id
                """)
            .param("shop", shop.value())
            .param("pool", pool.value())
            .param("now", clock.instant().atOffset(UTC))
            .param("count", count)
            .param("holder", holder)
            .update();
    }

    /** A holder that sold these very cards has chosen them; answers how many of them lay at a channel until now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int sell(ShopId shop, Collection<Long> cards, long holder) {
        return jdbc.sql("""
                with sold as materialized (
                    select card_id
                      from vault.card
                     where shop_id = :shop and card_id = any(:cards) and state = 'consigned'
                     order by card_id
                       for update)
                update vault.card card
                   set state = 'chosen', holder = :holder
                  from sold
                 where card.shop_id = :shop and card.card_id = sold.card_id
                """)
            .param("shop", shop.value())
            .param("cards", cards.stream().mapToLong(Long::longValue).toArray())
            .param("holder", holder)
            .update();
    }

    /** What is unsold of a consignment is anybody's again; answers how many that are. The caller has locked the pool. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int takeBack(ShopId shop, long holder) {
        return jdbc.sql("""
                with unsold as materialized (
                    select card_id
                      from vault.card
                     where shop_id = :shop and holder = :holder and state = 'consigned'
                     order by card_id
                       for update)
                update vault.card card
                   set state = 'available', holder = null
                  from unsold
                 where card.shop_id = :shop and card.card_id = unsold.card_id
                """)
            .param("shop", shop.value())
            .param("holder", holder)
            .update();
    }

    /** Those of the consignments that have a card which was not sold yet. */
    public Set<Long> lying(ShopId shop, Collection<Long> holders) {
        return new HashSet<>(jdbc.sql("""
                select holder
                  from unnest(:holders) as asked (holder)
                 where exists (select 1
                                 from vault.card
                                where shop_id = :shop and card.holder = asked.holder and state = 'consigned')
                """)
            .param("holders", holders.stream().mapToLong(Long::longValue).toArray())
            .param("shop", shop.value())
            .query(Long.class)
            .list());
    }

    /** Which card of the shop each code is, in the order of the codes; null for a code that is none of them. */
    public List<@Nullable Match> match(ShopId shop, List<Code> codes) {
        var prints = codes.stream().map(code -> seal.fingerprint(new CardText(code.number, code.secret))).toList();
        var found = new HashMap<String, Match>();
        jdbc.sql("""
                select card.fingerprint, card.card_id, card.pool_id, card.state, card.holder, delivery.holder as delivered_to,
                       delivery.line
                  from vault.card card
                  left join vault.delivery delivery
                    on delivery.shop_id = card.shop_id and delivery.card_id = card.card_id and delivery.single
                 where card.shop_id = :shop and card.fingerprint = any(:prints)
                """)
            .param("shop", shop.value())
            .param("prints", prints.toArray(byte[][]::new))
            .query(row -> {
                found.put(HexFormat.of().formatHex(row.getBytes("fingerprint")), new Match(row.getLong("card_id"),
                        new PoolId(row.getLong("pool_id")), row.getString("state"), row.getObject("holder", Long.class),
                        row.getObject("delivered_to", Long.class), row.getInt("line")));
            });
        var matches = new ArrayList<@Nullable Match>();
        prints.forEach(print -> matches.add(found.get(HexFormat.of().formatHex(print))));
        return matches;
    }

    /** A code as somebody else names it; compared by its keyed hash only. */
    public record Code(@Nullable String number, String secret) {

        @Override
        public String toString() {
            return "Code[****]";
        }
    }

    /**
     * A card that a code turned out to be.
     *
     * @param holder      the consignment or the chooser, null when nobody's
     * @param deliveredTo who got it, null when nobody did
     * @param line        the line of that holder
     */
    public record Match(long card, PoolId pool, String state, @Nullable Long holder, @Nullable Long deliveredTo, int line) {

        public boolean consigned() {
            return state.equals("consigned");
        }
    }
}
