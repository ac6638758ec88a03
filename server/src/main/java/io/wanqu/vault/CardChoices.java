package io.wanqu.vault;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.kernel.Page;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cards of a pool a buyer may pick from: their label and premium, never what is on them. */
@Component
public class CardChoices {

    private final JdbcClient jdbc;
    private final Clock clock;

    CardChoices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Cards without a label can't be told apart and are not offered. */
    public Page<CardChoice> page(ShopId shop, PoolId pool, @Nullable Long after, int limit) {
        var size = Math.clamp(limit, 1, Page.LIMIT_MAX);
        var rows = jdbc.sql("""
                select card_id, label, premium_minor
                  from vault.card
                 where shop_id = :shop
                   and pool_id = :pool
                   and state = 'available'
                   and uses_max = 1
                   and label is not null
                   and expires_at > :now
                   and card_id > :after
                 order by card_id
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("pool", pool.value())
            .param("now", clock.instant().atOffset(UTC))
            .param("after", after == null ? 0 : after)
            .param("limit", size + 1)
            .query((row, n) -> new CardChoice(row.getLong("card_id"), row.getString("label"), row.getLong("premium_minor")))
            .list();
        return Page.of(rows, size, CardChoice::cardId);
    }

    /** The first cards of each of these pools, by one statement; one more than {@code each} tells that there are more. */
    public Map<PoolId, Page<CardChoice>> first(ShopId shop, Collection<PoolId> pools, int each) {
        var found = new HashMap<PoolId, List<CardChoice>>();
        jdbc.sql("""
                select wanted.pool_id, card.card_id, card.label, card.premium_minor
                  from unnest(:pools) as wanted (pool_id)
                 cross join lateral (
                       select card_id, label, premium_minor
                         from vault.card
                        where shop_id = :shop
                          and pool_id = wanted.pool_id
                          and state = 'available'
                          and uses_max = 1
                          and label is not null
                          and expires_at > :now
                        order by card_id
                        limit :limit) card
                """)
            .param("shop", shop.value())
            .param("pools", pools.stream().mapToLong(PoolId::value).toArray())
            .param("now", clock.instant().atOffset(UTC))
            .param("limit", each + 1)
            .query(row -> {
                found.computeIfAbsent(new PoolId(row.getLong("pool_id")), it -> new ArrayList<>())
                        .add(new CardChoice(row.getLong("card_id"), row.getString("label"), row.getLong("premium_minor")));
            });
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it -> Page.of(it.getValue(), each, CardChoice::cardId)));
    }

    /** The premium of each card is asked again at the order, because the page may be old. */
    public Map<Long, CardChoice> find(ShopId shop, Collection<Long> cardIds) {
        return jdbc.sql("""
                select card_id, label, premium_minor
                  from vault.card
                 where shop_id = :shop
                   and card_id = any(:cards)
                   and label is not null
                """)
            .param("shop", shop.value())
            .param("cards", cardIds.stream().mapToLong(Long::longValue).toArray())
            .query((row, n) -> new CardChoice(row.getLong("card_id"), row.getString("label"), row.getLong("premium_minor")))
            .list().stream()
            .collect(Collectors.toMap(CardChoice::cardId, choice -> choice));
    }

    /** A card as the buyer sees it before it is his. */
    public record CardChoice(long cardId, String label, long premiumMinor) {
    }
}
