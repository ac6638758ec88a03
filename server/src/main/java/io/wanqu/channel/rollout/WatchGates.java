package io.wanqu.channel.rollout;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks at every gate from time to time. */
@Configuration(proxyBeanMethods = false)
class WatchGates {

    private static final Logger log = LoggerFactory.getLogger(WatchGates.class);

    private final Rollouts rollouts;
    private final ChangeStage changeStage;

    WatchGates(Rollouts rollouts, ChangeStage changeStage) {
        this.rollouts = rollouts;
        this.changeStage = changeStage;
    }

    @Bean
    RecurringTask<Void> watchRolloutGates() {
        return Tasks.recurring("channel.watch-gates", FixedDelay.of(Duration.ofMinutes(1))).execute((instance, context) -> checkAll());
    }

    private void checkAll() {
        for (var rollout : rollouts.open()) {
            try {
                changeStage.check(rollout).ifPresent(why -> log.warn("channel {} steps back: {}", rollout.key(), why));
            } catch (RuntimeException e) {
                log.error("the gate of channel {} could not be looked at", rollout.key(), e);
            }
        }
    }
}
