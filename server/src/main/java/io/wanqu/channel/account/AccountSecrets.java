package io.wanqu.channel.account;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.sealing.Sealing;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sealed columns of channel.channel: the application's secret, and tokens that every node shares. */
@Repository
class AccountSecrets {

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Clock clock;

    AccountSecrets(JdbcClient jdbc, Sealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** A new channel; false when the shop has this account already. */
    boolean add(ChannelKey key, Accounts.Connection wanted) {
        return jdbc.sql("""
                insert into channel.channel (shop_id, channel_id, kind, name, base_uri, app_key, app_secret, more, external_shop)
                values (:shop, :channel, :kind, :name, :baseUri, :appKey, :appSecret, :more, :externalShop)
                    on conflict (shop_id, kind, external_shop) do nothing
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("kind", wanted.kind())
            .param("name", wanted.name())
            .param("baseUri", wanted.account().baseUri())
            .param("appKey", wanted.account().appKey())
            .param("appSecret", seal(key, "secret", wanted.appSecret()))
            .param("more", seal(key, "more", text(wanted.more())))
            .param("externalShop", wanted.account().externalShop())
            .update() == 1;
    }

    void replaceAppSecret(ChannelKey key, Secret appSecret) {
        jdbc.sql("""
                update channel.channel
                   set app_secret = :secret, version = version + 1
                 where shop_id = :shop and channel_id = :channel
                """)
            .param("secret", seal(key, "secret", appSecret))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .update();
    }

    /** Fields that are not named keep what they have. */
    void replaceMore(ChannelKey key, Map<String, Secret> fields) {
        var now = new TreeMap<>(more(key));
        now.putAll(fields);
        jdbc.sql("""
                update channel.channel
                   set more = :more, version = version + 1
                 where shop_id = :shop and channel_id = :channel
                """)
            .param("more", seal(key, "more", text(now)))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .update();
    }

    /** All that a connector signs with. */
    ChannelAccount.App app(Channel channel) {
        return new ChannelAccount.App(channel.account().appKey(), appSecret(channel.key()), more(channel.key()));
    }

    /** What the channel asked for besides key and secret; empty for accounts of a time before that. */
    private Map<String, Secret> more(ChannelKey key) {
        var sealed = jdbc.sql("select more from channel.channel where shop_id = :shop and channel_id = :channel")
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .query((row, n) -> Optional.ofNullable(row.getBytes("more")))
            .single();
        var fields = new TreeMap<String, Secret>();
        sealed.ifPresent(bytes -> Arrays.stream(Json.read(open(key, "more", bytes).reveal(), Field[].class))
                .forEach(field -> fields.put(field.name, Secret.of(field.value))));
        return fields;
    }

    private static Secret text(Map<String, Secret> fields) {
        return Secret.of(Json.write(fields.entrySet().stream().map(it -> new Field(it.getKey(), it.getValue().reveal())).toList()));
    }

    Secret appSecret(ChannelKey key) {
        return open(key, "secret", jdbc.sql("select app_secret from channel.channel where shop_id = :shop and channel_id = :channel")
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .query(byte[].class)
            .single());
    }

    Stored tokens(ChannelKey key) {
        return jdbc.sql("""
                select access_token, refresh_token, access_ends_at, refresh_ends_at, token_version
                  from channel.channel
                 where shop_id = :shop and channel_id = :channel
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .query((row, n) -> {
                var access = row.getBytes("access_token");
                var refresh = row.getBytes("refresh_token");
                var pair = access == null || refresh == null ? Tokens.none().current()
                        : new Tokens.Pair(open(key, "access", access), open(key, "refresh", refresh),
                                instant(row.getTimestamp("access_ends_at")), instant(row.getTimestamp("refresh_ends_at")));
                return new Stored(pair, row.getLong("token_version"));
            })
            .single();
    }

    /** The right to refresh, for one node at a time; it ends by itself, should that node die. */
    boolean lease(ChannelKey key, long version, Instant now, Duration lease) {
        return jdbc.sql("""
                update channel.channel
                   set refreshing_until = :until
                 where shop_id = :shop and channel_id = :channel and token_version = :version
                   and (refreshing_until is null or refreshing_until < :now)
                """)
            .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("version", version)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update() == 1;
    }

    void release(ChannelKey key, long version) {
        jdbc.sql("""
                update channel.channel
                   set refreshing_until = null
                 where shop_id = :shop and channel_id = :channel and token_version = :version
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("version", version)
            .update();
    }

    /** False when somebody else replaced the pair of this version meanwhile. */
    boolean store(ChannelKey key, long version, Tokens.Pair pair, Instant now) {
        var ends = pair.accessEndsAt();
        return jdbc.sql("""
                update channel.channel
                   set access_token = :access, refresh_token = :refresh, access_ends_at = :accessEnds::timestamptz,
                       refresh_ends_at = :refreshEnds::timestamptz, refresh_due_at = :due::timestamptz,
                       token_version = token_version + 1, refreshing_until = null
                 where shop_id = :shop and channel_id = :channel and token_version = :version
                """)
            .param("access", seal(key, "access", pair.access()))
            .param("refresh", seal(key, "refresh", pair.refresh()))
            .param("accessEnds", text(ends))
            .param("refreshEnds", text(pair.refreshEndsAt()))
            .param("due", text(ends == null ? null : now.plus(Duration.between(now, ends).dividedBy(2))))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("version", version)
            .update() == 1;
    }

    /** The owner brought new tokens; open sessions are opened anew on every node. */
    void replaceTokens(ChannelKey key, Tokens.Pair pair) {
        while (!store(key, tokens(key).version(), pair, clock.instant())) {
            Thread.onSpinWait();
        }
        jdbc.sql("update channel.channel set version = version + 1 where shop_id = :shop and channel_id = :channel")
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .update();
    }

    /** The same content under the shop's present key. */
    byte[] again(ChannelKey key, String what, byte[] sealed) {
        return seal(key, what, open(key, what, sealed));
    }

    private byte[] seal(ChannelKey key, String what, Secret secret) {
        return sealing.seal(key.shop(), row(key, what), secret.reveal().getBytes(StandardCharsets.UTF_8));
    }

    private Secret open(ChannelKey key, String what, byte[] sealed) {
        return Secret.of(new String(sealing.open(key.shop(), row(key, what), sealed), StandardCharsets.UTF_8));
    }

    private static String row(ChannelKey key, String what) {
        return "channel.channel/" + key.channel().value() + "/" + what;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private record Field(String name, String value) {

        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }

    /** A pair and its number, which rises with every replacement. */
    record Stored(Tokens.Pair pair, long version) {
    }
}
