package io.wanqu.vault.importing;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.importing.ReadStretch.SealedCard;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writing new rows of vault.card, thousands in one statement. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CardRows {

    private final JdbcClient jdbc;

    CardRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes what the shop does not have yet and returns the ids of those cards. */
    Set<Long> add(Import of, List<SealedCard> cards) {
        return new HashSet<>(jdbc.sql("""
                insert into vault.card (shop_id, card_id, pool_id, batch_id, premium_minor, expires_at, line_no, uses_max,
                                        uses_left, per_day, state, fingerprint, sealed, label)
                select :shop, card_id, :pool, :batch, premium, coalesce(expires::timestamptz, 'infinity'), line_no, uses, uses,
                       per_day, 'available', fingerprint, sealed, label
                  from unnest(:ids, :premiums, :expiries, :lines, :uses, :perDays, :fingerprints, :sealed, :labels)
                       as row (card_id, premium, expires, line_no, uses, per_day, fingerprint, sealed, label)
                    on conflict (fingerprint, shop_id) do nothing
                returning card_id
                """)
            .params(Columns.of(cards)
                    .longs("ids", SealedCard::id)
                    .longs("premiums", card -> card.line().premiumMinor())
                    .texts("expiries", card -> card.line().expiresAt() == null ? null : card.line().expiresAt().toString())
                    .ints("lines", card -> card.line().lineNo())
                    .ints("uses", card -> card.line().uses())
                    .nullableLongs("perDays", card -> card.line().perDay() == null ? null : Long.valueOf(card.line().perDay()))
                    .bytes("fingerprints", card -> card.sealed().fingerprint())
                    .bytes("sealed", card -> card.sealed().bytes())
                    .texts("labels", card -> card.line().label())
                    .and("shop", of.shop().value())
                    .and("pool", of.pool().value())
                    .and("batch", of.id())
                    .params())
            .query((row, n) -> row.getLong("card_id"))
            .list());
    }

    /** The batch in which the shop has each of these cards. */
    Map<ByteBuffer, Long> batches(ShopId shop, List<SealedCard> cards) {
        var batches = new HashMap<ByteBuffer, Long>();
        jdbc.sql("select fingerprint, batch_id from vault.card where shop_id = :shop and fingerprint = any(:fingerprints)")
            .param("shop", shop.value())
            .param("fingerprints", fingerprints(cards))
            .query(row -> {
                batches.put(ByteBuffer.wrap(row.getBytes("fingerprint")), row.getLong("batch_id"));
            });
        return batches;
    }

    /** How many of these cards some other shop has. The lateral look-up keeps to the index whatever the statistics say. */
    int elsewhere(ShopId shop, List<SealedCard> cards) {
        return jdbc.sql("""
                select count(*)
                  from unnest(:fingerprints) as card (fingerprint)
                 cross join lateral (
                       select 1
                         from vault.card other
                        where other.fingerprint = card.fingerprint and other.shop_id <> :shop
                        limit 1) as other
                """)
            .param("shop", shop.value())
            .param("fingerprints", fingerprints(cards))
            .query(Integer.class)
            .single();
    }

    private static byte[][] fingerprints(List<SealedCard> cards) {
        return cards.stream().map(card -> card.sealed().fingerprint()).toArray(byte[][]::new);
    }
}
