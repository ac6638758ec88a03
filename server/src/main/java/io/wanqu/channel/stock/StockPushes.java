package io.wanqu.channel.stock;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.queue.WorkQueue;
import io.wanqu.channel.queue.WorkQueue.Shape;
import io.wanqu.channel.queue.WorkQueue.Term;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The channel.stock_push table: what each listing shows, as far as we know. While the acknowledged value is empty we do
 * not know what the channel shows, and tell it again.
 */
@Repository
class StockPushes {

    /** One writer a listing: a row that is claimed is nobody else's until the claim ends. */
    private static final Shape SHAPE = new Shape("channel.stock_push", List.of("external_product", "external_sku"),
            "(work.claimed_until is null or work.claimed_until < :now)", "work.due_at", "claimed_until", """
            work.external_product, work.external_sku, work.acknowledged, work.changes, work.attempts,
                          (select pool_id
                             from channel.listing
                            where listing.shop_id = work.shop_id
                              and listing.channel_id = work.channel_id
                              and listing.external_product = work.external_product
                              and listing.external_sku = work.external_sku) as pool_id
            """);

    private final JdbcClient jdbc;
    private final WorkQueue queue;

    StockPushes(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.queue = new WorkQueue(jdbc, SHAPE);
    }

    WorkQueue queue() {
        return queue;
    }

    /**
     * Makes every listing of these pools due; changes that follow each other closely become one push. A channel counts
     * down by itself when it sells, so what it acknowledged before a sale of its own is not what it shows now.
     *
     * @param sold channels that sold something meanwhile
     */
    void changed(List<Change> changes, Collection<ChannelId> sold) {
        jdbc.sql("""
                update channel.stock_push
                   set changes = stock_push.changes + 1,
                       due_at = least(stock_push.due_at, changed.due_at::timestamptz),
                       acknowledged = case when stock_push.channel_id = any(:sold) then null else stock_push.acknowledged end
                  from unnest(:shops, :pools, :dues) as changed (shop_id, pool_id, due_at)
                  join channel.listing using (shop_id, pool_id)
                 where stock_push.shop_id = listing.shop_id
                   and stock_push.channel_id = listing.channel_id
                   and stock_push.external_product = listing.external_product
                   and stock_push.external_sku = listing.external_sku
                """)
            .params(Columns.of(changes)
                    .longs("shops", it -> it.shop.value())
                    .longs("pools", it -> it.pool.value())
                    .texts("dues", it -> it.dueAt.toString())
                    .and("sold", sold.stream().mapToLong(ChannelId::value).toArray())
                    .params())
            .update();
    }

    /** The rule by which a listing's share is told. */
    void ruled(ShopId shop, PoolId pool, long channel, long version) {
        jdbc.sql("""
                update channel.stock_push
                   set rule_version = greatest(rule_version, :version)
                  from channel.listing
                 where listing.shop_id = :shop and listing.pool_id = :pool and listing.channel_id = :channel
                   and stock_push.shop_id = listing.shop_id
                   and stock_push.channel_id = listing.channel_id
                   and stock_push.external_product = listing.external_product
                   and stock_push.external_sku = listing.external_sku
                """)
            .param("version", version)
            .param("shop", shop.value())
            .param("pool", pool.value())
            .param("channel", channel)
            .update();
    }

    /** Listings that are new, or sell something else now: nothing is known of what the channel shows. */
    void begin(ChannelKey key, Collection<Item> items, Instant now) {
        jdbc.sql("""
                insert into channel.stock_push (shop_id, channel_id, external_product, external_sku, due_at)
                select :shop, :channel, external_product, external_sku, :now
                  from unnest(:products, :externals) as row (external_product, external_sku)
                    on conflict (shop_id, channel_id, external_product, external_sku) do update
                   set acknowledged = null, changes = stock_push.changes + 1, due_at = excluded.due_at
                """)
            .params(Columns.of(List.copyOf(items))
                    .texts("products", Item::product)
                    .texts("externals", Item::sku)
                    .and("shop", key.shop().value())
                    .and("channel", key.channel().value())
                    .and("now", now.atOffset(ZoneOffset.UTC))
                    .params())
            .update();
    }

    /** Values told long ago are told again. */
    void reassert(Instant before, Instant now) {
        jdbc.sql("""
                update channel.stock_push
                   set acknowledged = null, due_at = :now
                 where pushed_at < :before and due_at is null
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("before", before.atOffset(ZoneOffset.UTC))
            .update();
    }

    List<Claimed> claim(ChannelKey key, Term term) {
        return queue.claim(key, term, (row, n) -> new Claimed(Item.of(row), new PoolId(row.getLong("pool_id")),
                row.getObject("acknowledged", Long.class), row.getLong("changes"), row.getInt("attempts")));
    }

    /** Before the channel is told: from here on nobody knows what it shows. */
    void sending(ChannelKey key, List<Sending> sending, Instant now) {
        jdbc.sql("""
                update channel.stock_push
                   set wanted = now.quantity, pushed = now.quantity, acknowledged = null, pushed_at = :now
                  from unnest(:products, :externals, :quantities) as now (external_product, external_sku, quantity)
                 where shop_id = :shop and channel_id = :channel
                   and stock_push.external_product = now.external_product and stock_push.external_sku = now.external_sku
                """)
            .params(Columns.of(sending)
                    .texts("products", it -> it.claimed.item.product())
                    .texts("externals", it -> it.claimed.item.sku())
                    .longs("quantities", Sending::quantity)
                    .and("shop", key.shop().value())
                    .and("channel", key.channel().value())
                    .and("now", now.atOffset(ZoneOffset.UTC))
                    .params())
            .update();
    }

    /** What changed while the channel was told keeps the row due, and what the channel shows unknown. */
    void settle(ChannelKey key, List<End> ends, Instant now) {
        jdbc.sql("""
                update channel.stock_push
                   set wanted = coalesce(it.quantity, wanted),
                       acknowledged = case when stock_push.changes <> it.changes then null else it.quantity end,
                       acknowledged_at = case when it.quantity is null then acknowledged_at else :now end,
                       attempts = case when it.quantity is null then attempts else 0 end,
                       last_code = it.code,
                       claimed_until = null,
                       due_at = case when stock_push.changes <> it.changes then it.soon::timestamptz else it.again::timestamptz end
                  from unnest(:products, :externals, :changes, :quantities, :agains, :soons, :codes)
                       as it (external_product, external_sku, changes, quantity, again, soon, code)
                 where shop_id = :shop and channel_id = :channel
                   and stock_push.external_product = it.external_product and stock_push.external_sku = it.external_sku
                """)
            .params(Columns.of(ends)
                    .texts("products", it -> it.claimed.item.product())
                    .texts("externals", it -> it.claimed.item.sku())
                    .longs("changes", it -> it.claimed.changes)
                    .nullableLongs("quantities", End::quantity)
                    .texts("agains", it -> it.again == null ? null : it.again.toString())
                    .texts("soons", it -> it.soon.toString())
                    .texts("codes", End::code)
                    .and("shop", key.shop().value())
                    .and("channel", key.channel().value())
                    .and("now", now.atOffset(ZoneOffset.UTC))
                    .params())
            .update();
    }

    /** One listing's value is told again, whatever we believe. */
    boolean again(ChannelKey key, Item item, Instant now) {
        return jdbc.sql("""
                update channel.stock_push
                   set acknowledged = null, changes = changes + 1, due_at = :now
                 where shop_id = :shop and channel_id = :channel and external_product = :product and external_sku = :sku
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("product", item.product())
            .param("sku", item.sku())
            .update() == 1;
    }

    /** A pool's counters moved. */
    record Change(ShopId shop, PoolId pool, Instant dueAt) {
    }

    /**
     * A listing whose stock is to be told.
     *
     * @param acknowledged what the channel shows; null when that is not known
     * @param changes      how often the stock had changed when the row was claimed
     */
    record Claimed(Item item, PoolId pool, @Nullable Long acknowledged, long changes, int attempts) {
    }

    /** A claimed listing and what the channel is going to be told; the token is what a buying channel named for it. */
    record Sending(Claimed claimed, long quantity, @Nullable String token) {
    }

    /**
     * How telling ended.
     *
     * @param quantity what the channel shows now; null when it refused or nobody knows
     * @param again    when to tell it again, null when there is no need
     * @param soon     when, if the stock changed meanwhile
     */
    record End(Claimed claimed, @Nullable Long quantity, @Nullable Instant again, Instant soon, @Nullable String code) {
    }
}
