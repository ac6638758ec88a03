package io.wanqu.vault.sealing;

import java.util.List;
import java.util.OptionalLong;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.SealedRows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cards under a shop's new key: a few hundred a statement, so that no buyer waits for a row. */
@Component
class SealedCards implements SealedRows {

    private static final int ROWS = 500;

    private final JdbcClient jdbc;
    private final CardSeal seal;

    SealedCards(JdbcClient jdbc, CardSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    @Override
    public OptionalLong sealAnew(ShopId shop, byte[] prefix, long after) {
        var old = jdbc.sql("""
                select card_id, sealed
                  from vault.card
                 where shop_id = :shop
                   and card_id > :after
                   and substring(sealed from 1 for 5) = :prefix
                 order by card_id
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("after", after)
            .param("prefix", prefix)
            .param("limit", ROWS)
            .query((row, n) -> new Old(row.getLong("card_id"), row.getBytes("sealed")))
            .list();
        if (!old.isEmpty()) {
            replace(shop, old);
        }
        return old.size() < ROWS ? OptionalLong.empty() : OptionalLong.of(old.getLast().card());
    }

    /** Locked in the order in which issuing locks them, so that neither waits for what the other holds. */
    private void replace(ShopId shop, List<Old> old) {
        jdbc.sql("""
                with locked as materialized (
                    select card_id
                      from vault.card
                     where shop_id = :shop and card_id = any(:cards)
                     order by pool_id, expires_at, card_id
                       for update)
                update vault.card card
                   set sealed = row.fresh
                  from unnest(:cards, :olds, :fresh) as row (card_id, old, fresh)
                  join locked using (card_id)
                 where card.shop_id = :shop
                   and card.card_id = row.card_id
                   and card.sealed = row.old
                """)
            .params(Columns.of(old)
                    .longs("cards", Old::card)
                    .bytes("olds", Old::sealed)
                    .bytes("fresh", row -> seal.again(shop, row.card(), row.sealed()))
                    .and("shop", shop.value())
                    .params())
            .update();
    }

    private record Old(long card, byte[] sealed) {
    }
}
