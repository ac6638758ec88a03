package io.wanqu.channel.account;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.kernel.Ids;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a person should look at; the same trouble again only counts up. */
@Repository
public class Alerts {

    private static final Logger log = LoggerFactory.getLogger(Alerts.class);
    private static final int SHOWN_MAX = 500;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Alerts(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param subject the order, the listing or the job it is about */
    public void raise(ChannelKey key, String code, String subject, String detail) {
        log.warn("channel {}: {} {}: {}", key, code, subject, detail);
        jdbc.sql("""
                insert into channel.alert (shop_id, alert_id, channel_id, code, subject, detail, first_at, last_at)
                values (:shop, :alert, :channel, :code, :subject, :detail, :now, :now)
                    on conflict (shop_id, channel_id, code, subject) where closed_at is null do update
                   set count = alert.count + 1, detail = excluded.detail, last_at = excluded.last_at
                """)
            .param("shop", key.shop().value())
            .param("alert", ids.next())
            .param("channel", key.channel().value())
            .param("code", code)
            .param("subject", subject)
            .param("detail", detail)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    /** The trouble is over without anybody's doing. */
    public void settle(ChannelKey key, String code, String subject) {
        jdbc.sql("""
                update channel.alert
                   set closed_at = :now
                 where shop_id = :shop and channel_id = :channel and code = :code and subject = :subject and closed_at is null
                """)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("code", code)
            .param("subject", subject)
            .update();
    }

    public List<Alert> open(ChannelKey key) {
        return jdbc.sql("""
                select alert_id, code, subject, detail, count, first_at, last_at
                  from channel.alert
                 where shop_id = :shop and channel_id = :channel and closed_at is null
                 order by last_at desc
                 limit :limit
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("limit", SHOWN_MAX)
            .query((row, n) -> new Alert(Long.toString(row.getLong("alert_id")), row.getString("code"), row.getString("subject"),
                    row.getString("detail"), row.getLong("count"), row.getTimestamp("first_at").toInstant(),
                    row.getTimestamp("last_at").toInstant()))
            .list();
    }

    public long count(ChannelKey key) {
        return jdbc.sql("""
                select count(*)
                  from channel.alert
                 where shop_id = :shop and channel_id = :channel and closed_at is null
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .query(Long.class)
            .single();
    }

    /** A person has seen to it. */
    public void close(ChannelKey key, long alert) {
        var closed = jdbc.sql("""
                update channel.alert
                   set closed_at = coalesce(closed_at, :now)
                 where shop_id = :shop and channel_id = :channel and alert_id = :alert
                """)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("alert", alert)
            .update();
        if (closed == 0) {
            throw new ChannelProblem.UnknownAlert(alert);
        }
    }

    /** Something to look at, and how often it happened. */
    public record Alert(String id, String code, String subject, String detail, long count, Instant firstAt, Instant lastAt) {
    }
}
