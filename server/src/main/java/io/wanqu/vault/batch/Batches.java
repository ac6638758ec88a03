package io.wanqu.vault.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches and their cards; a batch is what one import has loaded, its cards lie between two card ids. */
@Repository
class Batches {

    private final JdbcClient jdbc;

    Batches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Batch> page(ShopId shop, @Nullable Long before, int limit) {
        return jdbc.sql("""
                select import_id, pool_id, loaded, uses_loaded, recalled_uses, first_card, last_card, created_at, supplier
                  from vault.import
                 where shop_id = :shop
                   and import_id < :before
                   and loaded > 0
                 order by import_id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("before", before == null ? Long.MAX_VALUE : before)
            .param("limit", limit)
            .query((row, n) -> Batch.of(row))
            .list();
    }

    Optional<Batch> find(ShopId shop, long batch) {
        return jdbc.sql("""
                select import_id, pool_id, loaded, uses_loaded, recalled_uses, first_card, last_card, created_at, supplier
                  from vault.import
                 where shop_id = :shop
                   and import_id = :batch
                   and loaded > 0
                """)
            .param("shop", shop.value())
            .param("batch", batch)
            .query((row, n) -> Batch.of(row))
            .optional();
    }

    /** The next cards of a batch that are still for sale, locked; the pool was locked before. */
    List<Unsold> lockUnsold(ShopId shop, Batch batch, long after, int limit) {
        return jdbc.sql("""
                select card_id, uses_left
                  from vault.card
                 where shop_id = :shop
                   and card_id > :after
                   and card_id <= :last
                   and batch_id = :batch
                   and state = 'available'
                 order by card_id
                 limit :limit
                   for update
                """)
            .param("shop", shop.value())
            .param("after", Math.max(after, batch.firstCard() - 1))
            .param("last", batch.lastCard())
            .param("batch", batch.id())
            .param("limit", limit)
            .query((row, n) -> new Unsold(row.getLong("card_id"), row.getInt("uses_left")))
            .list();
    }

    long unsoldUses(ShopId shop, Batch batch, long after) {
        return jdbc.sql("""
                select coalesce(sum(uses_left), 0)
                  from vault.card
                 where shop_id = :shop
                   and card_id > :after
                   and card_id <= :last
                   and batch_id = :batch
                   and state = 'available'
                """)
            .param("shop", shop.value())
            .param("after", after)
            .param("last", batch.lastCard())
            .param("batch", batch.id())
            .query(Long.class)
            .single();
    }

    void addRecalled(ShopId shop, long batch, long uses) {
        jdbc.sql("update vault.import set recalled_uses = recalled_uses + :uses where shop_id = :shop and import_id = :batch")
            .param("shop", shop.value())
            .param("batch", batch)
            .param("uses", uses)
            .update();
    }

    boolean supplied(ShopId shop, long batch, String supplier) {
        return jdbc.sql("update vault.import set supplier = :supplier where shop_id = :shop and import_id = :batch and loaded > 0")
            .param("shop", shop.value())
            .param("batch", batch)
            .param("supplier", supplier)
            .update() == 1;
    }

    List<StoredCard> cards(ShopId shop, Batch batch, long after, int limit) {
        return jdbc.sql("""
                select card_id, sealed, state, expires_at, label, uses_left
                  from vault.card
                 where shop_id = :shop
                   and card_id > :after
                   and card_id <= :last
                   and batch_id = :batch
                 order by card_id
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("after", Math.max(after, batch.firstCard() - 1))
            .param("last", batch.lastCard())
            .param("batch", batch.id())
            .param("limit", limit)
            .query((row, n) -> StoredCard.of(row))
            .list();
    }

    record Batch(long id, PoolId pool, int loaded, long usesLoaded, long recalledUses, long firstCard, long lastCard,
            Instant createdAt, String supplier) {

        static Batch of(ResultSet row) throws SQLException {
            return new Batch(row.getLong("import_id"), new PoolId(row.getLong("pool_id")), row.getInt("loaded"),
                    row.getLong("uses_loaded"), row.getLong("recalled_uses"), row.getLong("first_card"),
                    row.getLong("last_card"), row.getTimestamp("created_at").toInstant(), row.getString("supplier"));
        }
    }

    record Unsold(long card, int uses) {
    }

    record StoredCard(long card, byte[] sealed, String state, String expiresAt, @Nullable String label, int usesLeft) {

        static StoredCard of(ResultSet row) throws SQLException {
            var expires = row.getString("expires_at");
            return new StoredCard(row.getLong("card_id"), row.getBytes("sealed"), row.getString("state"),
                    expires.equals("infinity") ? "" : row.getTimestamp("expires_at").toInstant().toString(),
                    row.getString("label"), row.getInt("uses_left"));
        }
    }
}
