package io.wanqu.channel.consignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.queue.WorkQueue;
import io.wanqu.channel.queue.WorkQueue.Shape;
import io.wanqu.channel.queue.WorkQueue.Term;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.PoolId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channel.consignment and channel.consigned_sale tables. */
@Repository
public class Consignments {

    private static final Shape SHAPE = new Shape("channel.consignment", List.of("consignment_id"), "work.state = 'due'",
            "work.due_at", "due_at", "work.consignment_id, work.external_product, work.external_sku, work.pool_id, work.quantity, work.attempts");

    private static final String SELECT = """
            select consignment_id, external_product, external_sku, pool_id, quantity, recalled, state, last_code, made_by, made_at
              from channel.consignment
             where shop_id = :shop and channel_id = :channel
            """;

    private final JdbcClient jdbc;
    private final WorkQueue queue;

    Consignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.queue = new WorkQueue(jdbc, SHAPE);
    }

    WorkQueue queue() {
        return queue;
    }

    void add(ChannelKey key, Batch batch, String by, Instant now) {
        jdbc.sql("""
                insert into channel.consignment (shop_id, consignment_id, channel_id, external_product, external_sku, pool_id, quantity,
                       due_at, made_by, made_at)
                values (:shop, :consignment, :channel, :product, :sku, :pool, :quantity, :now, :by, :now)
                """)
            .param("shop", key.shop().value())
            .param("consignment", batch.id)
            .param("channel", key.channel().value())
            .param("product", batch.item.product())
            .param("sku", batch.item.sku())
            .param("pool", batch.pool.value())
            .param("quantity", batch.quantity)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("by", by)
            .update();
    }

    List<Batch> claim(ChannelKey key, Term term) {
        return queue.claim(key, term, (row, n) -> new Batch(row.getLong("consignment_id"), Item.of(row),
                new PoolId(row.getLong("pool_id")), row.getInt("quantity"), row.getInt("attempts")));
    }

    /** False when it was ended by somebody else. */
    boolean end(ChannelKey key, long consignment, String state, @Nullable String code) {
        return jdbc.sql("""
                update channel.consignment
                   set state = :state, last_code = :code
                 where shop_id = :shop and channel_id = :channel and consignment_id = :consignment and state = 'due'
                """)
            .param("state", state)
            .param("code", code)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("consignment", consignment)
            .update() == 1;
    }

    void later(ChannelKey key, long consignment, Instant at, String code) {
        jdbc.sql("""
                update channel.consignment
                   set due_at = :at, last_code = :code
                 where shop_id = :shop and channel_id = :channel and consignment_id = :consignment and state = 'due'
                """)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("code", code)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("consignment", consignment)
            .update();
    }

    void recalled(ChannelKey key, long consignment, int quantity) {
        jdbc.sql("""
                update channel.consignment
                   set state = case state when 'handed' then 'recalled' else state end, recalled = recalled + :quantity
                 where shop_id = :shop and channel_id = :channel and consignment_id = :consignment
                """)
            .param("quantity", quantity)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("consignment", consignment)
            .update();
    }

    /** Newest first. */
    List<View> list(ChannelKey key, int limit) {
        return jdbc.sql(SELECT + " order by consignment_id desc limit :limit")
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("limit", limit)
            .query((row, n) -> view(row))
            .list();
    }

    Optional<View> find(ChannelKey key, long consignment) {
        return jdbc.sql(SELECT + " and consignment_id = :consignment")
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("consignment", consignment)
            .query((row, n) -> view(row))
            .optional();
    }

    /** The consignments of these, by their numbers. */
    Map<Long, Item> among(ChannelKey key, Collection<Item> items) {
        return jdbc.sql("""
                select consignment_id, external_product, external_sku
                  from channel.consignment
                  join unnest(:products, :externals) as wanted (external_product, external_sku)
                 using (external_product, external_sku)
                 where shop_id = :shop and channel_id = :channel and state <> 'refused'
                """)
            .params(Columns.of(List.copyOf(Set.copyOf(items)))
                    .texts("products", Item::product)
                    .texts("externals", Item::sku)
                    .and("shop", key.shop().value())
                    .and("channel", key.channel().value())
                    .params())
            .query((row, n) -> Map.entry(row.getLong("consignment_id"), Item.of(row)))
            .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The channel handed these lines' codes out itself. */
    public void sold(ChannelKey key, List<SoldLine> lines) {
        jdbc.sql("""
                insert into channel.consigned_sale (shop_id, channel_id, external_order, external_line)
                select :shop, :channel, external_order, external_line
                  from unnest(:orders, :lines) as row (external_order, external_line)
                    on conflict do nothing
                """)
            .params(Columns.of(lines)
                    .texts("orders", SoldLine::order)
                    .texts("lines", SoldLine::line)
                    .and("shop", key.shop().value())
                    .and("channel", key.channel().value())
                    .params())
            .update();
    }

    public boolean wasSold(ChannelKey key, String order, String line) {
        return jdbc.sql("""
                select exists (select 1
                                 from channel.consigned_sale
                                where shop_id = :shop and channel_id = :channel and external_order = :order and external_line = :line)
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("order", order)
            .param("line", line)
            .query(Boolean.class)
            .single();
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(Long.toString(row.getLong("consignment_id")), row.getString("external_product"), row.getString("external_sku"),
                new PoolId(row.getLong("pool_id")), row.getInt("quantity"), row.getInt("recalled"), row.getString("state"),
                row.getString("last_code"), row.getString("made_by"), row.getTimestamp("made_at").toInstant());
    }

    /** A line of an order as the channel names it. */
    public record SoldLine(String order, String line) {
    }

    record Batch(long id, Item item, PoolId pool, int quantity, int attempts) {
    }

    record View(String id, String externalProduct, String externalSku, PoolId pool, int quantity, int recalled, String state,
            @Nullable String lastCode, String madeBy, Instant madeAt) {
    }
}
