package io.wanqu.vault.delivered;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.sealing.CardSeal;
import io.wanqu.vault.sealing.CardText;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a card that was handed over by what is written on it: by its keyed hash, so no card is opened. */
@Component
public class FindCard {

    private final JdbcClient jdbc;
    private final CardSeal seal;

    FindCard(JdbcClient jdbc, CardSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Only what was delivered and not made void. */
    public Optional<Found> delivered(ShopId shop, @Nullable String number, String secret) {
        return jdbc.sql("""
                select card.card_id, card.pool_id, nullif(card.expires_at, 'infinity') as expires_at,
                       min(delivery.holder) as holder, min(delivery.line) as line, count(*) as times
                  from vault.card
                  join vault.delivery
                    on delivery.shop_id = card.shop_id
                   and delivery.card_id = card.card_id
                 where card.shop_id = :shop
                   and card.fingerprint = :fingerprint
                   and card.state <> 'void'
                 group by card.card_id, card.pool_id, card.expires_at
                """)
            .param("shop", shop.value())
            .param("fingerprint", seal.fingerprint(new CardText(number, secret)))
            .query((row, n) -> new Found(row.getLong("card_id"), new PoolId(row.getLong("pool_id")), instant(row.getObject("expires_at",
                    OffsetDateTime.class)), row.getInt("times") == 1 ? row.getLong("holder") : null, row.getInt("line")))
            .optional();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /**
     * A card in somebody's hands.
     *
     * @param holder what it was delivered for, unless it was delivered to several
     * @param line   of the holder
     */
    public record Found(long card, PoolId pool, @Nullable Instant expiresAt, @Nullable Long holder, int line) {
    }
}
