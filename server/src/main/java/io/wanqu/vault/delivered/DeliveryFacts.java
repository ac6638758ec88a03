package io.wanqu.vault.delivered;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.SharedStock;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.sealing.CardSeal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says when and to whom cards went, and who looked at them from where; never what is on them. */
@Component
public class DeliveryFacts {

    private final JdbcClient jdbc;
    private final CardSeal seal;
    private final SharedStock shared;

    DeliveryFacts(JdbcClient jdbc, CardSeal seal, SharedStock shared) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.shared = shared;
    }

    /** All units that a holder was ever given, those that were replaced included. */
    public List<DeliveredUnit> of(ShopId shop, long holder) {
        return jdbc.sql("""
                select delivery.shop_id, delivery.line, delivery.unit, delivery.pool_id, delivery.card_id, card.batch_id, card.sealed,
                       coalesce(import.supplier, '') as supplier, delivery.single, delivery.at, delivery.opened_at, delivery.voided_at
                  from vault.delivery
                  join vault.card on card.shop_id = delivery.shop_id and card.card_id = delivery.card_id
                  left join vault.import on import.shop_id = card.shop_id and import.import_id = card.batch_id
                 where delivery.shop_id = any(:shops) and delivery.holder = :holder
                 order by delivery.line, delivery.unit
                """)
            .param("shops", keepers(shop))
            .param("holder", holder)
            .query((row, n) -> unit(new ShopId(row.getLong("shop_id")), row))
            .list();
    }

    /** Who opened cards of a holder, oldest first. */
    public List<Look> looks(ShopId shop, long holder) {
        return jdbc.sql("""
                select kind, opened_by, line, unit, at
                  from vault.reveal_log
                 where shop_id = any(:shops) and holder = :holder
                 order by log_id
                """)
            .param("shops", keepers(shop))
            .param("holder", holder)
            .query(Look.class)
            .list();
    }

    /** What each batch brought, and how much of it was handed out. */
    public List<BatchFact> batches(ShopId shop) {
        return jdbc.sql("""
                select import.import_id, import.pool_id, import.created_at, import.supplier, import.uses_loaded, coalesce(units.handed, 0) as handed
                  from vault.import
                  left join (select card.batch_id, count(*) as handed
                               from vault.delivery
                               join vault.card on card.shop_id = delivery.shop_id and card.card_id = delivery.card_id
                              where delivery.shop_id = :shop
                              group by card.batch_id) as units on units.batch_id = import.import_id
                 where import.shop_id = :shop and import.loaded > 0
                 order by import.import_id desc
                """)
            .param("shop", shop.value())
            .query((row, n) -> new BatchFact(row.getLong("import_id"), new PoolId(row.getLong("pool_id")), row.getTimestamp("created_at").toInstant(),
                    row.getString("supplier"), row.getLong("uses_loaded"), row.getLong("handed")))
            .list();
    }

    /** What a shop sold lies with it, or with those from whose pools it sells. */
    private long[] keepers(ShopId shop) {
        return LongStream.concat(LongStream.of(shop.value()), shared.keepers(shop).stream().mapToLong(ShopId::value)).toArray();
    }

    private DeliveredUnit unit(ShopId shop, ResultSet row) throws SQLException {
        var card = row.getLong("card_id");
        return new DeliveredUnit(row.getInt("line"), row.getInt("unit"), new PoolId(row.getLong("pool_id")), card, row.getLong("batch_id"),
                row.getString("supplier"), row.getBoolean("single"), seal.open(shop, card, row.getBytes("sealed")).masked(),
                row.getTimestamp("at").toInstant(), instant(row, "opened_at"), instant(row, "voided_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /** One opening of a card, or a look that was granted anew. */
    public record Look(String kind, String openedBy, @Nullable Integer line, @Nullable Integer unit, Instant at) {
    }

    /** @param handed units that were ever handed out, those that were replaced included */
    public record BatchFact(long batch, PoolId pool, Instant createdAt, String supplier, long loaded, long handed) {
    }
}
