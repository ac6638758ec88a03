package io.wanqu.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What others may ask of the channels: how far they are behind, and what they were told. */
@Component
public class ChannelQueries {

    private final JdbcClient jdbc;

    ChannelQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What each channel of a shop has not been told though it was due so long ago; channels with nothing are missing. */
    public List<Backlog> overdue(ShopId shop, Duration longerThan, Instant now) {
        return jdbc.sql("""
                select channel_id, count(*) filter (where state = 'due') as overdue, count(*) filter (where state <> 'due') as given_up
                  from channel.write_back
                 where shop_id = :shop
                   and (state = 'due' and made_at < :before or state in ('failed', 'refused') and last_code <> 'refunded')
                 group by channel_id
                 order by channel_id
                """)
            .param("shop", shop.value())
            .param("before", now.minus(longerThan).atOffset(ZoneOffset.UTC))
            .query((row, n) -> new Backlog(new ChannelId(row.getLong("channel_id")), row.getLong("overdue"), row.getLong("given_up")))
            .list();
    }

    /** Listings in the order of their names, after the given one. */
    List<ListingRow> listings(ChannelKey key, Item after, int limit) {
        return jdbc.sql("""
                select external_product, external_sku, sku_id, pool_id, pushed, acknowledged, rule_version, due_at, attempts, last_code,
                       pushed_at, acknowledged_at
                  from channel.listing
                  left join channel.stock_push using (shop_id, channel_id, external_product, external_sku)
                 where shop_id = :shop and channel_id = :channel and (external_product, external_sku) > (:product, :sku)
                 order by external_product, external_sku
                 limit :limit
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("product", after.product())
            .param("sku", after.sku())
            .param("limit", limit)
            .query((row, n) -> new ListingRow(row.getString("external_product"), row.getString("external_sku"),
                    new SkuId(row.getLong("sku_id")), new PoolId(row.getLong("pool_id")), push(row)))
            .list();
    }

    List<WriteBackRow> unfinished(ChannelKey key, int limit) {
        return jdbc.sql("""
                select order_id, line, verb, state, attempts, due_at, last_code
                  from channel.write_back
                 where shop_id = :shop and channel_id = :channel and state <> 'done'
                 order by made_at
                 limit :limit
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("limit", limit)
            .query((row, n) -> new WriteBackRow(Long.toString(row.getLong("order_id")), row.getInt("line"), row.getString("verb"),
                    row.getString("state"), row.getInt("attempts"), row.getTimestamp("due_at").toInstant(), row.getString("last_code")))
            .list();
    }

    private static PushRow push(ResultSet row) throws SQLException {
        return new PushRow(row.getObject("pushed", Long.class), row.getObject("acknowledged", Long.class), row.getLong("rule_version"),
                row.getTimestamp("due_at") != null, row.getInt("attempts"), row.getString("last_code"),
                instant(row.getTimestamp("pushed_at")), instant(row.getTimestamp("acknowledged_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /**
     * How far a channel is behind.
     *
     * @param overdue lines it should have been told of
     * @param givenUp lines it refused or took too late, where a person must look
     */
    public record Backlog(ChannelId channel, long overdue, long givenUp) {
    }

    record ListingRow(String externalProduct, String externalSku, SkuId sku, PoolId pool, PushRow push) {
    }

    record PushRow(@Nullable Long pushed, @Nullable Long acknowledged, long ruleVersion, boolean due, int attempts,
            @Nullable String lastCode, @Nullable Instant pushedAt, @Nullable Instant acknowledgedAt) {
    }

    record WriteBackRow(String order, int line, String verb, String state, int attempts, Instant dueAt, @Nullable String lastCode) {
    }
}
