package io.wanqu.storefront.handoff;

import static java.time.ZoneOffset.UTC;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;
import io.wanqu.storefront.handoff.HandOff.Content;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The storefront.hand_off table; of code and link it keeps keyed hashes, and what was taken along it lets go. */
@Repository
class HandOffTable {

    private final JdbcClient jdbc;
    private final Sealing sealing;

    HandOffTable(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** False when the code is in use. */
    boolean add(ShopId shop, long id, HandOff handOff, HandOff.Given given, Instant at) {
        return jdbc.sql("""
                insert into storefront.hand_off
                       (shop_id, hand_off_id, channel_id, source, campaign, code_hash, token_hash, content, made_at, code_until, link_until)
                values (:shop, :id, :channel, :source, :campaign, :code, :token, :content, :at, :codeUntil, :linkUntil)
                    on conflict do nothing
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("channel", handOff.from().value())
            .param("source", handOff.source())
            .param("campaign", handOff.campaign())
            .param("code", hash(shop, given.code()))
            .param("token", hash(shop, given.token()))
            .param("content", sealing.seal(shop, row(id), Json.write(handOff.content()).getBytes(StandardCharsets.UTF_8)))
            .param("at", at.atOffset(UTC))
            .param("codeUntil", given.codeUntil().atOffset(UTC))
            .param("linkUntil", given.linkUntil().atOffset(UTC))
            .update() == 1;
    }

    /** Takes what lies there, once; the row that is locked first wins. */
    Optional<Received> receive(ShopId shop, String secret, ChannelId on, Instant at) {
        return jdbc.sql("""
                with found as materialized (
                    select hand_off_id, content
                      from storefront.hand_off
                     where shop_id = :shop and received_at is null
                       and (code_hash = :hash and code_until > :at or token_hash = :hash and link_until > :at)
                       for update)
                update storefront.hand_off as taken
                   set received_at = :at, received_on = :on, content = null
                  from found
                 where taken.shop_id = :shop and taken.hand_off_id = found.hand_off_id
                returning taken.hand_off_id, channel_id, source, campaign, found.content, made_at
                """)
            .param("shop", shop.value())
            .param("hash", hash(shop, secret))
            .param("on", on.value())
            .param("at", at.atOffset(UTC))
            .query((row, n) -> new Received(new HandOff(new ChannelId(row.getLong("channel_id")), row.getString("source"), row.getString("campaign"),
                    open(shop, row.getLong("hand_off_id"), row.getBytes("content"))), row.getTimestamp("made_at").toInstant()))
            .optional();
    }

    /** How many went from where to where. */
    List<Count> count(ShopId shop, Instant from, Instant until) {
        return jdbc.sql("""
                select channel_id, source, campaign, coalesce(received_on, 0) as received_on, count(*) as made, count(received_at) as received
                  from storefront.hand_off
                 where shop_id = :shop and made_at >= :from and made_at < :until
                 group by channel_id, source, campaign, received_on
                 order by made desc, channel_id, source, campaign, received_on
                 limit 1000
                """)
            .param("shop", shop.value())
            .param("from", from.atOffset(UTC))
            .param("until", until.atOffset(UTC))
            .query((row, n) -> new Count(new ChannelId(row.getLong("channel_id")), row.getString("source"), row.getString("campaign"),
                    row.getLong("received_on") == 0 ? null : new ChannelId(row.getLong("received_on")), row.getLong("made"), row.getLong("received")))
            .list();
    }

    /** What nobody came for. */
    int forget(Instant now, int limit) {
        return jdbc.sql("""
                with old as materialized (
                    select shop_id, hand_off_id
                      from storefront.hand_off
                     where content is not null and link_until < :now
                     order by made_at
                     limit :limit
                       for update skip locked)
                update storefront.hand_off
                   set content = null
                  from old
                 where hand_off.shop_id = old.shop_id and hand_off.hand_off_id = old.hand_off_id
                """)
            .param("now", now.atOffset(UTC))
            .param("limit", limit)
            .update();
    }

    private Content open(ShopId shop, long id, byte[] sealed) {
        return Json.read(new String(sealing.open(shop, row(id), sealed), StandardCharsets.UTF_8), Content.class);
    }

    private byte[] hash(ShopId shop, String secret) {
        return sealing.hash(shop, "storefront.hand-off", secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String row(long id) {
        return "storefront.hand_off/" + id;
    }

    record Received(HandOff handOff, Instant madeAt) {
    }

    record Count(ChannelId from, String source, String campaign, @Nullable ChannelId to, long made, long received) {
    }
}
