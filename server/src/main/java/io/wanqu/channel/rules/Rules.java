package io.wanqu.channel.rules;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables channel.rule and channel.rule_change. */
@Repository
public class Rules {

    private final JdbcClient jdbc;
    private final Clock clock;

    Rules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The usual rule where nobody made one. */
    public Rule of(ShopId shop, ChannelId channel) {
        return jdbc.sql("select rule from channel.rule where shop_id = :shop and channel_id = :channel")
            .param("shop", shop.value())
            .param("channel", channel.value())
            .query(String.class)
            .optional()
            .map(json -> Json.read(json, Rule.class))
            .orElse(Rule.USUAL);
    }

    void write(ShopId shop, ChannelId channel, Rule rule, String by) {
        jdbc.sql("""
                with written as (
                    insert into channel.rule (shop_id, channel_id, template_id, rule, changed_by, changed_at)
                    values (:shop, :channel, nullif(:template, 0), :rule::jsonb, :by, :now)
                        on conflict (shop_id, channel_id) do update
                       set version = rule.version + 1, template_id = excluded.template_id, rule = excluded.rule,
                           changed_by = excluded.changed_by, changed_at = excluded.changed_at
                    returning shop_id, channel_id, version, rule, changed_by, changed_at)
                insert into channel.rule_change (shop_id, channel_id, version, rule, changed_by, changed_at)
                select shop_id, channel_id, version, rule, changed_by, changed_at
                  from written
                """)
            .param("shop", shop.value())
            .param("channel", channel.value())
            .param("template", rule.template() == null ? 0 : rule.template())
            .param("rule", Json.write(rule))
            .param("by", by)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    boolean hasTemplate(ShopId shop, @Nullable Long template) {
        return template == null || jdbc.sql("select exists (select 1 from channel.content_template where shop_id = :shop and template_id = :id)")
            .param("shop", shop.value())
            .param("id", template)
            .query(Boolean.class)
            .single();
    }

    /** The latest first. */
    List<Change> history(ShopId shop, ChannelId channel) {
        return jdbc.sql("""
                select version, rule, changed_by, changed_at
                  from channel.rule_change
                 where shop_id = :shop and channel_id = :channel
                 order by version desc
                 limit 100
                """)
            .param("shop", shop.value())
            .param("channel", channel.value())
            .query((row, n) -> new Change(row.getLong("version"), Json.read(row.getString("rule"), Rule.class), row.getString("changed_by"),
                    row.getTimestamp("changed_at").toInstant()))
            .list();
    }

    record Change(long version, Rule rule, String changedBy, Instant changedAt) {
    }
}
