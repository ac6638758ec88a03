package io.wanqu.channel.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.channel.account.Channel.Account;
import io.wanqu.channel.account.Channel.State;
import io.wanqu.channel.account.Channel.Trouble;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channel.channel table, but for its secrets. */
@Repository
public class Channels {

    private static final String SELECT = """
            select shop_id, channel_id, kind, name, state, base_uri, app_key, external_shop, version, orders_until, failures,
                   resume_at, last_error, last_error_at, last_success_at
              from channel.channel
            """;

    private final JdbcClient jdbc;

    Channels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Channel> find(ChannelKey key) {
        return jdbc.sql(SELECT + " where shop_id = :shop and channel_id = :channel")
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .query((row, n) -> channel(row))
            .optional();
    }

    public Channel get(ChannelKey key) {
        return find(key).orElseThrow(() -> new ChannelProblem.Unknown(key.channel()));
    }

    public List<Channel> of(ShopId shop) {
        return jdbc.sql(SELECT + " where shop_id = :shop order by channel_id")
            .param("shop", shop.value())
            .query((row, n) -> channel(row))
            .list();
    }

    /** Those of the given keys that are channels of this module, by kind; others belong to the shop's own page. */
    public List<Channel> among(Collection<ChannelKey> keys) {
        return jdbc.sql(SELECT + """
                  join unnest(:shops, :channels) as wanted (shop_id, channel_id) using (shop_id, channel_id)
                """)
            .params(Columns.of(List.copyOf(Set.copyOf(keys)))
                    .longs("shops", key -> key.shop().value())
                    .longs("channels", key -> key.channel().value())
                    .params())
            .query((row, n) -> channel(row))
            .list();
    }

    /** Channels of an application that speak for this shop of the channel, in whatever shop of ours. */
    List<ChannelKey> served(String kind, String appKey, String externalShop) {
        return jdbc.sql("""
                select shop_id, channel_id
                  from channel.channel
                 where kind = :kind and app_key = :appKey and external_shop = :externalShop
                 order by channel_id
                """)
            .param("kind", kind)
            .param("appKey", appKey)
            .param("externalShop", externalShop)
            .query((row, n) -> ChannelKey.of(row))
            .list();
    }

    /** False when it was in none of the given states. What a channel sold while it was not on is read as soon as it is. */
    public boolean move(ChannelKey key, Set<State> from, State to) {
        return jdbc.sql("""
                update channel.channel
                   set state = :to,
                       poll_due_at = case when :to = 'on' and state <> 'on' then 'epoch' else poll_due_at end
                 where shop_id = :shop and channel_id = :channel and state = any(:from)
                """)
            .param("to", to.text())
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("from", from.stream().map(State::text).collect(Collectors.toSet()).toArray(String[]::new))
            .update() == 1;
    }

    /** Counts a failure; where {@code pause} is given, the channel is left alone for so long. */
    void failed(ChannelKey key, String code, @Nullable Duration pause, Instant now) {
        jdbc.sql("""
                update channel.channel
                   set failures = failures + 1, last_error = :code, last_error_at = :now,
                       resume_at = coalesce(:resume::timestamptz, resume_at)
                 where shop_id = :shop and channel_id = :channel
                """)
            .param("code", code)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("resume", pause == null ? null : now.plus(pause).atOffset(ZoneOffset.UTC).toString())
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .update();
    }

    /** Left alone for so long, because it was found ill before. */
    void rest(ChannelKey key, Instant until) {
        jdbc.sql("""
                update channel.channel
                   set resume_at = greatest(resume_at, :until)
                 where shop_id = :shop and channel_id = :channel
                """)
            .param("until", until.atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .update();
    }

    /** Written now and then only: it is for a person to read. */
    void answered(ChannelKey key, Instant at) {
        jdbc.sql("""
                update channel.channel
                   set last_success_at = :at
                 where shop_id = :shop and channel_id = :channel
                   and (last_success_at is null or last_success_at < :at - interval '5 seconds')
                """)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .update();
    }

    void recovered(ChannelKey key) {
        jdbc.sql("""
                update channel.channel
                   set failures = 0, resume_at = null
                 where shop_id = :shop and channel_id = :channel and failures > 0
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .update();
    }

    private static Channel channel(ResultSet row) throws SQLException {
        var error = row.getString("last_error");
        var errorAt = instant(row.getTimestamp("last_error_at"));
        return new Channel(ChannelKey.of(row), row.getString("kind"), row.getString("name"), State.of(row.getString("state")),
                new Account(row.getString("base_uri"), row.getString("app_key"), row.getString("external_shop")),
                row.getLong("version"), instant(row.getTimestamp("orders_until")), row.getInt("failures"),
                instant(row.getTimestamp("resume_at")), error == null || errorAt == null ? null : new Trouble(error, errorAt),
                instant(row.getTimestamp("last_success_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
