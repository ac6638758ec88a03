package io.wanqu.channel.stock;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings.Item;
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

    private final JdbcClient jdbc;

    StockPushes(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    List<ChannelKey> due(Instant now) {
        return jdbc.sql("""
                select shop_id, channel_id
                  from channel.channel
                 where state = 'on'
                   and (resume_at is null or resume_at <= :now)
                   and exists (select 1
                                 from channel.stock_push
                                where stock_push.shop_id = channel.shop_id
                                  and stock_push.channel_id = channel.channel_id
                                  and stock_push.due_at <= :now
                                  and (claimed_until is null or claimed_until < :now))
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query((row, n) -> ChannelKey.of(row))
            .list();
    }

    /** One writer a listing: a row that is claimed is nobody else's until the claim ends. */
    List<Claimed> claim(ChannelKey key, Instant now, Duration lease, int limit) {
        return jdbc.sql("""
                with next as materialized (
                    select external_product, external_sku
                      from channel.stock_push
                     where shop_id = :shop and channel_id = :channel and due_at <= :now
                       and (claimed_until is null or claimed_until < :now)
                     order by due_at
                     limit :limit
                       for update skip locked)
                update channel.stock_push
                   set claimed_until = :until, attempts = attempts + 1
                  from next
                  join channel.listing
                    on listing.shop_id = :shop and listing.channel_id = :channel
                   and listing.external_product = next.external_product and listing.external_sku = next.external_sku
                 where stock_push.shop_id = :shop and stock_push.channel_id = :channel
                   and stock_push.external_product = next.external_product
                   and stock_push.external_sku = next.external_sku
                returning stock_push.external_product, stock_push.external_sku, listing.pool_id, acknowledged, changes, attempts
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .query((row, n) -> new Claimed(Item.of(row), new PoolId(row.getLong("pool_id")), row.getObject("acknowledged", Long.class),
                    row.getLong("changes"), row.getInt("attempts")))
            .list();
    }

    /** Before the channel is told: from here on nobody knows what it shows. */
    void sending(ChannelKey key, Item item, long quantity, Instant now) {
        jdbc.sql("""
                update channel.stock_push
                   set wanted = :quantity, pushed = :quantity, acknowledged = null, pushed_at = :now
                 where shop_id = :shop and channel_id = :channel and external_product = :product and external_sku = :sku
                """)
            .param("quantity", quantity)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("product", item.product())
            .param("sku", item.sku())
            .update();
    }

    /** What changed while the channel was told keeps the row due, and what the channel shows unknown. */
    void settle(ChannelKey key, Claimed claimed, End end, Instant now) {
        jdbc.sql("""
                update channel.stock_push
                   set wanted = coalesce(:quantity, wanted),
                       acknowledged = case when changes <> :changes then null else :quantity::bigint end,
                       acknowledged_at = case when :quantity::bigint is null then acknowledged_at else :now::timestamptz end,
                       attempts = case when :quantity::bigint is null then attempts else 0 end,
                       last_code = :code,
                       claimed_until = null,
                       due_at = case when changes <> :changes then :soon::timestamptz else :again::timestamptz end
                 where shop_id = :shop and channel_id = :channel and external_product = :product and external_sku = :sku
                """)
            .param("quantity", end.quantity, Types.BIGINT)
            .param("code", end.code)
            .param("again", end.again == null ? null : end.again.toString())
            .param("soon", end.soon.atOffset(ZoneOffset.UTC))
            .param("changes", claimed.changes)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("product", claimed.item.product())
            .param("sku", claimed.item.sku())
            .update();
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

    /**
     * How telling ended.
     *
     * @param quantity what the channel shows now; null when it refused or nobody knows
     * @param again    when to tell it again, null when there is no need
     * @param soon     when, if the stock changed meanwhile
     */
    record End(@Nullable Long quantity, @Nullable Instant again, Instant soon, @Nullable String code) {
    }
}
