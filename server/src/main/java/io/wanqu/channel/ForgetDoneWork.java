package io.wanqu.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets go of work that ended long ago, a slice at a time, so that the tables stay as large as what they are for. */
@Configuration(proxyBeanMethods = false)
class ForgetDoneWork {

    private static final int SLICE = 10_000;

    private final JdbcClient jdbc;
    private final ChannelSettings settings;
    private final Clock clock;

    ForgetDoneWork(JdbcClient jdbc, ChannelSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> forgetDoneChannelWork() {
        return Tasks.recurring("channel.forget-done", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> forgetAll());
    }

    void forgetAll() {
        var before = clock.instant().minus(settings.keep());
        while (writeBacks(before) == SLICE) {
            Thread.onSpinWait();
        }
        alerts(before);
    }

    /** What failed or was refused stays: it is what a person looks for. */
    private int writeBacks(Instant before) {
        return jdbc.sql("""
                with old as materialized (
                    select shop_id, channel_id, order_id, line
                      from channel.write_back
                     where state = 'done' and done_at < :before
                     limit :slice
                       for update skip locked)
                delete from channel.write_back
                 using old
                 where write_back.shop_id = old.shop_id and write_back.channel_id = old.channel_id
                   and write_back.order_id = old.order_id and write_back.line = old.line
                """)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("slice", SLICE)
            .update();
    }

    private void alerts(Instant before) {
        jdbc.sql("delete from channel.alert where closed_at < :before")
            .param("before", before.atOffset(ZoneOffset.UTC))
            .update();
    }
}
