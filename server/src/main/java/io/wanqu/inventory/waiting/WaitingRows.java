package io.wanqu.inventory.waiting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The inventory.waiting table. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class WaitingRows {

    private static final String SELECT = """
            select shop_id, waiting_id, pool_id, channel_id, quantity, state, offer_until
              from inventory.waiting
            """;

    private final JdbcClient jdbc;

    WaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this person waits for the pool already. */
    boolean add(Row row, long person, byte[] contact) {
        return jdbc.sql("""
                insert into inventory.waiting (shop_id, waiting_id, pool_id, channel_id, quantity, person, contact)
                values (:shop, :id, :pool, :channel, :quantity, :person, :contact)
                    on conflict (shop_id, pool_id, person) where state in ('waiting', 'offered') do nothing
                """)
            .param("shop", row.shop.value())
            .param("id", row.id)
            .param("pool", row.pool.value())
            .param("channel", row.channel.value())
            .param("quantity", row.quantity)
            .param("person", person)
            .param("contact", contact)
            .update() == 1;
    }

    Optional<Row> find(ShopId shop, long id) {
        return jdbc.sql(SELECT + " where shop_id = :shop and waiting_id = :id")
            .param("shop", shop.value())
            .param("id", id)
            .query((row, n) -> row(row))
            .optional();
    }

    long ahead(Row of) {
        return jdbc.sql("""
                select count(waiting_id)
                  from inventory.waiting
                 where shop_id = :shop and pool_id = :pool and waiting_id < :id and state = 'waiting'
                """)
            .param("shop", of.shop.value())
            .param("pool", of.pool.value())
            .param("id", of.id)
            .query(Long.class)
            .single();
    }

    /** Whose turn it is, longest wait first. */
    List<Row> next(ShopId shop, PoolId pool, int limit) {
        return jdbc.sql(SELECT + """
                 where shop_id = :shop and pool_id = :pool and state = 'waiting'
                 order by waiting_id
                 limit :limit
                   for update
                """)
            .param("shop", shop.value())
            .param("pool", pool.value())
            .param("limit", limit)
            .query((row, n) -> row(row))
            .list();
    }

    /** Offers that nobody took up; another node's are left to it. */
    List<Row> lapsed(Instant now, int limit) {
        return jdbc.sql(SELECT + """
                 where state = 'offered' and offer_until < :now
                 order by offer_until
                 limit :limit
                   for update skip locked
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .query((row, n) -> row(row))
            .list();
    }

    /** Moves rows on; only those that are still where they were seen. */
    int move(ShopId shop, Collection<Long> ids, String from, String to, @Nullable Instant offerUntil) {
        return jdbc.sql("""
                update inventory.waiting
                   set state = :to, offer_until = :until::timestamptz
                 where shop_id = :shop and waiting_id = any(:ids) and state = :from
                """)
            .param("shop", shop.value())
            .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
            .param("from", from)
            .param("to", to)
            .param("until", offerUntil == null ? null : offerUntil.toString())
            .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(new ShopId(row.getLong("shop_id")), row.getLong("waiting_id"), new PoolId(row.getLong("pool_id")),
                new ChannelId(row.getLong("channel_id")), row.getInt("quantity"), row.getString("state"),
                row.getTimestamp("offer_until") == null ? null : row.getTimestamp("offer_until").toInstant());
    }

    record Row(ShopId shop, long id, PoolId pool, ChannelId channel, int quantity, String state, @Nullable Instant offerUntil) {
    }
}
