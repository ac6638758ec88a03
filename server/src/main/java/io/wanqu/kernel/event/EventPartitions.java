package io.wanqu.kernel.event;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps a day's partition of the event log ready for two weeks ahead and drops those that every cursor has passed. */
@Configuration(proxyBeanMethods = false)
class EventPartitions implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(EventPartitions.class);

    private final JdbcClient jdbc;
    private final EventSettings settings;

    EventPartitions(JdbcClient jdbc, EventSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public void afterPropertiesSet() {
        keep();
    }

    @Bean
    RecurringTask<Void> keepEventPartitions() {
        return Tasks.recurring("kernel.keep-event-partitions", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> keep());
    }

    void keep() {
        jdbc.sql("select kernel.add_event_partitions(:days)").param("days", settings.daysAhead()).query(Integer.class).single();
        var dropped = jdbc.sql("select kernel.drop_event_partitions(:days)")
                .param("days", settings.daysKept()).query(Integer.class).single();
        if (dropped > 0) {
            log.info("dropped {} read partitions of the event log", dropped);
        }
    }
}
