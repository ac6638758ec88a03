package io.wanqu.storefront.bot;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.SealedColumn;
import io.wanqu.kernel.sealing.Sealing;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The storefront.bot table; the token is sealed, and of the secret only a keyed hash is kept. */
@Repository
class Bots {

    private final JdbcClient jdbc;
    private final Sealing sealing;

    Bots(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    void put(Bot bot, String secret) {
        jdbc.sql("""
                insert into storefront.bot (shop_id, channel_id, base_uri, token, secret_hash)
                values (:shop, :channel, :base, :token, :secret)
                    on conflict (shop_id, channel_id) do update
                   set base_uri = excluded.base_uri, token = excluded.token, secret_hash = excluded.secret_hash
                """)
            .param("shop", bot.shop().value())
            .param("channel", bot.channel().value())
            .param("base", bot.base().toString())
            .param("token", sealing.seal(bot.shop(), row(bot.channel()), bot.token().getBytes(StandardCharsets.UTF_8)))
            .param("secret", hash(bot.shop(), bot.channel(), secret))
            .update();
    }

    Optional<Bot> find(ShopId shop, ChannelId channel) {
        return jdbc.sql("select base_uri, token from storefront.bot where shop_id = :shop and channel_id = :channel")
            .param("shop", shop.value())
            .param("channel", channel.value())
            .query((row, n) -> new Bot(shop, channel, URI.create(row.getString("base_uri")),
                    new String(sealing.open(shop, row(channel), row.getBytes("token")), StandardCharsets.UTF_8)))
            .optional();
    }

    /** Compares in constant time; a bot that is not there is no better than a wrong secret. */
    boolean isSecret(ShopId shop, ChannelId channel, @Nullable String secret) {
        var kept = jdbc.sql("select secret_hash from storefront.bot where shop_id = :shop and channel_id = :channel")
            .param("shop", shop.value())
            .param("channel", channel.value())
            .query((row, n) -> row.getBytes("secret_hash"))
            .optional();
        return kept.isPresent() && secret != null && MessageDigest.isEqual(kept.get(), hash(shop, channel, secret));
    }

    private byte[] hash(ShopId shop, ChannelId channel, String secret) {
        return sealing.hash(shop, "storefront.bot-secret/" + channel, secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String row(ChannelId channel) {
        return "storefront.bot/" + channel;
    }

    /** Tokens under a shop's new key. */
    @Configuration(proxyBeanMethods = false)
    static class Sealed {

        @Bean
        SealedColumn sealedBotTokens(JdbcClient jdbc, Sealing sealing) {
            return new SealedColumn(jdbc, sealing, "storefront.bot", "channel_id", "token");
        }
    }
}
