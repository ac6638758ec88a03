package io.wanqu.channel.supply;

import io.wanqu.channel.account.ChannelKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channel.credit table: how far a channel that pays later may go, and how far it went. No row means not at all. */
@Repository
class Credit {

    private final JdbcClient jdbc;

    Credit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long left(ChannelKey key) {
        var now = of(key);
        return Math.max(0, now.limitMinor - now.usedMinor);
    }

    Standing of(ChannelKey key) {
        return jdbc.sql("select limit_minor, used_minor from channel.credit where shop_id = :shop and channel_id = :channel")
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .query((row, n) -> new Standing(row.getLong("limit_minor"), row.getLong("used_minor")))
            .optional()
            .orElse(new Standing(0, 0));
    }

    /** Whoever buys on this credit at the same moment waits until the transaction ends. */
    long lock(ChannelKey key) {
        return jdbc.sql("""
                select limit_minor - used_minor as remaining
                  from channel.credit
                 where shop_id = :shop and channel_id = :channel
                   for update
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .query(Long.class)
            .optional()
            .orElse(0L);
    }

    /** More is used, or less when the channel paid or money went back. */
    void use(ChannelKey key, long minor) {
        jdbc.sql("""
                update channel.credit
                   set used_minor = greatest(0, used_minor + :minor)
                 where shop_id = :shop and channel_id = :channel
                """)
            .param("minor", minor)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .update();
    }

    void limit(ChannelKey key, long minor) {
        jdbc.sql("""
                insert into channel.credit (shop_id, channel_id, limit_minor)
                values (:shop, :channel, :minor)
                    on conflict (shop_id, channel_id) do update
                   set limit_minor = excluded.limit_minor
                """)
            .param("minor", minor)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .update();
    }

    record Standing(long limitMinor, long usedMinor) {
    }
}
