package io.wanqu.channel.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.SkuId;
import io.wanqu.ordering.ChannelFigures;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables channel.rollout and channel.rollout_step, and the figures that they are judged by. */
@Repository
class Rollouts {

    private static final String SELECT = "select shop_id, channel_id, stage, plan, pilot_skus, entered_at from channel.rollout ";

    private final JdbcClient jdbc;
    private final ChannelFigures orders;
    private final Ids ids;

    Rollouts(JdbcClient jdbc, ChannelFigures orders, Ids ids) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.ids = ids;
    }

    Optional<Rollout> find(ChannelKey key) {
        return jdbc.sql(SELECT + "where shop_id = :shop and channel_id = :channel")
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .query((row, n) -> rollout(row))
            .optional();
    }

    /** Those that can step back. */
    List<Rollout> open() {
        return jdbc.sql(SELECT + "where stage in ('pilot', 'full') order by shop_id, channel_id").query((row, n) -> rollout(row)).list();
    }

    void write(Rollout rollout) {
        jdbc.sql("""
                insert into channel.rollout (shop_id, channel_id, stage, plan, pilot_skus, entered_at)
                values (:shop, :channel, :stage, :plan::jsonb, :skus, :entered)
                    on conflict (shop_id, channel_id) do update
                   set stage = excluded.stage, plan = excluded.plan, pilot_skus = excluded.pilot_skus, entered_at = excluded.entered_at
                """)
            .param("shop", rollout.key.shop().value())
            .param("channel", rollout.key.channel().value())
            .param("stage", rollout.stage.text())
            .param("plan", Json.write(rollout.plan))
            .param("skus", rollout.skus.stream().mapToLong(SkuId::value).sorted().toArray())
            .param("entered", rollout.enteredAt.atOffset(ZoneOffset.UTC))
            .update();
    }

    /** False when somebody moved it meanwhile. */
    boolean move(Rollout from, Stage to, Instant now) {
        return jdbc.sql("""
                update channel.rollout
                   set stage = :to, entered_at = :now
                 where shop_id = :shop and channel_id = :channel and stage = :from and entered_at = :entered
                """)
            .param("to", to.text())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("shop", from.key.shop().value())
            .param("channel", from.key.channel().value())
            .param("from", from.stage.text())
            .param("entered", from.enteredAt.atOffset(ZoneOffset.UTC))
            .update() == 1;
    }

    void note(ChannelKey key, Step step) {
        jdbc.sql("""
                insert into channel.rollout_step (shop_id, channel_id, step_id, stage_from, stage_to, reason, figures, made_by, made_at)
                values (:shop, :channel, :id, :from, :to, :reason, :figures::jsonb, :by, :at)
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("id", ids.next())
            .param("from", step.from)
            .param("to", step.to)
            .param("reason", step.reason)
            .param("figures", Json.write(step.figures))
            .param("by", step.by)
            .param("at", step.at.atOffset(ZoneOffset.UTC))
            .update();
    }

    /** The latest first. */
    List<Step> history(ChannelKey key) {
        return jdbc.sql("""
                select stage_from, stage_to, reason, figures, made_by, made_at
                  from channel.rollout_step
                 where shop_id = :shop and channel_id = :channel
                 order by step_id desc
                 limit 100
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .query((row, n) -> new Step(row.getString("stage_from"), row.getString("stage_to"), row.getString("reason"),
                    Json.read(row.getString("figures"), Figures.class), row.getString("made_by"), row.getTimestamp("made_at").toInstant()))
            .list();
    }

    /** Nothing from before the present stage counts: a step back begins anew. */
    Figures figures(Rollout rollout, Instant now) {
        var windowed = now.minus(Duration.ofHours(rollout.plan.windowHours()));
        var from = windowed.isAfter(rollout.enteredAt) ? windowed : rollout.enteredAt;
        var sold = orders.since(rollout.key.shop(), rollout.key.channel(), from);
        return jdbc.sql("""
                select count(*) as deliveries,
                       count(*) filter (where state in ('failed', 'refused') or verb = 'give_up') as errors,
                       count(*) filter (where coalesce(done_at, :now) - made_at > make_interval(mins => :late)) as late
                  from channel.write_back
                 where shop_id = :shop and channel_id = :channel and made_at >= :from
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("late", rollout.plan.lateMinutes())
            .param("shop", rollout.key.shop().value())
            .param("channel", rollout.key.channel().value())
            .param("from", from.atOffset(ZoneOffset.UTC))
            .query((row, n) -> new Figures(sold.orders(), sold.refunded(), sold.oversold(), row.getLong("deliveries"), row.getLong("errors"),
                    row.getLong("late")))
            .single();
    }

    private static Rollout rollout(ResultSet row) throws SQLException {
        var skus = new ArrayList<SkuId>();
        for (var sku : (Long[]) row.getArray("pilot_skus").getArray()) {
            skus.add(new SkuId(sku));
        }
        return new Rollout(ChannelKey.of(row), Stage.of(row.getString("stage")), Json.read(row.getString("plan"), Plan.class), Set.copyOf(skus),
                row.getTimestamp("entered_at").toInstant());
    }

    record Rollout(ChannelKey key, Stage stage, Plan plan, Set<SkuId> skus, Instant enteredAt) {

        Rollout {
            skus = Set.copyOf(skus);
        }
    }

    record Step(String from, String to, String reason, Figures figures, String by, Instant at) {
    }
}
