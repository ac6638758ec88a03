package io.wanqu.vault;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.wanqu.inventory.sharing.OpenPool;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.sealing.CardSeal;
import io.wanqu.vault.sealing.CardText;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Shops, pools and cards for the tests of the vault. */
@Component
public class VaultCast {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final CardSeal seal;
    private final TransactionTemplate transaction;
    private final OpenPool openPool;
    private final CountsStock counts;
    private final CardLoader loader;

    VaultCast(JdbcClient jdbc, Ids ids, CardSeal seal, TransactionTemplate transaction, OpenPool openPool,
            CountsStock counts, CardLoader loader) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.seal = seal;
        this.transaction = transaction;
        this.openPool = openPool;
        this.counts = counts;
        this.loader = loader;
    }

    public ShopId shop() {
        return new ShopId(ids.next());
    }

    public PoolId pool(ShopId shop) {
        return openPool.open(shop, "cards", false);
    }

    public long id() {
        return ids.next();
    }

    public <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    public List<Long> cards(ShopId shop, PoolId pool, int count) {
        return loader.load(shop, pool, IntStream.range(0, count).mapToObj(n -> UUID.randomUUID().toString()).toList());
    }

    public static Card aCard() {
        return new Card(1, null, null, null, UUID.randomUUID().toString());
    }

    public long card(ShopId shop, PoolId pool, Card card) {
        var id = ids.next();
        var sealed = seal.seal(shop, id, new CardText(null, card.secret()));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    insert into vault.card (shop_id, card_id, pool_id, batch_id, expires_at, line_no, uses_max, uses_left,
                                            per_day, state, fingerprint, sealed, label)
                    values (:shop, :card, :pool, 1, coalesce(:expires::timestamptz, 'infinity'), 1, :uses, :uses, :perDay,
                            'available', :fingerprint, :sealed, :label)
                    """)
                .param("shop", shop.value())
                .param("card", id)
                .param("pool", pool.value())
                .param("expires", card.expiresAt() == null ? null : card.expiresAt().atOffset(UTC))
                .param("uses", card.uses())
                .param("perDay", card.perDay())
                .param("fingerprint", sealed.fingerprint())
                .param("sealed", sealed.bytes())
                .param("label", card.label())
                .update();
            counts.loaded(shop, pool, card.uses());
        });
        return id;
    }

    /** A card to be made: by default single-use, without an end, with a secret of its own. */
    public record Card(int uses, @Nullable Integer perDay, @Nullable Instant expiresAt, @Nullable String label, String secret) {

        public Card uses(int count) {
            return new Card(count, perDay, expiresAt, label, secret);
        }

        public Card perDay(int count) {
            return new Card(uses, count, expiresAt, label, secret);
        }

        public Card expiresAt(Instant time) {
            return new Card(uses, perDay, time, label, secret);
        }

        public Card label(String text) {
            return new Card(uses, perDay, expiresAt, text, secret);
        }

        public Card secret(String text) {
            return new Card(uses, perDay, expiresAt, label, text);
        }
    }
}
