package io.wanqu.channel.reconciliation;

import java.time.LocalTime;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import io.wanqu.channel.ChannelSettings;
import io.wanqu.channel.account.ChannelKey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares yesterday of every channel that is on, each night; a channel that fails is tried again the next night. */
@Configuration(proxyBeanMethods = false)
class ReconcileDaily {

    private static final Logger log = LoggerFactory.getLogger(ReconcileDaily.class);
    private static final LocalTime AT = LocalTime.of(3, 30);

    private final Reconcile reconcile;
    private final ReadDay readDay;
    private final ChannelSettings settings;
    private final JdbcClient jdbc;

    ReconcileDaily(Reconcile reconcile, ReadDay readDay, ChannelSettings settings, JdbcClient jdbc) {
        this.reconcile = reconcile;
        this.readDay = readDay;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    @Bean
    RecurringTask<Void> reconcileChannels() {
        return Tasks.recurring("channel.reconcile", new Daily(settings.zone(), AT)).execute((instance, context) -> runAll());
    }

    private void runAll() {
        for (var key : on()) {
            try {
                var run = reconcile.run(key, readDay.yesterday());
                log.info("channel {}: {} differences in {} orders of {}", key, run.differences(), run.orders(), run.day());
            } catch (RuntimeException e) {
                log.error("channel {} could not be reconciled", key, e);
            }
        }
    }

    private List<ChannelKey> on() {
        return jdbc.sql("select shop_id, channel_id from channel.channel where state = 'on' order by shop_id, channel_id")
            .query((row, n) -> ChannelKey.of(row))
            .list();
    }
}
