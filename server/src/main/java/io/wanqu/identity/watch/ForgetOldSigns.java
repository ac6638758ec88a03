package io.wanqu.identity.watch;

import java.time.Clock;
import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps what was seen of people no longer than it protects them. */
@Configuration(proxyBeanMethods = false)
class ForgetOldSigns {

    private static final Duration TRIES_KEPT = Duration.ofDays(1);
    private static final Duration ALERTS_KEPT = Duration.ofDays(180);
    private static final Duration PLACES_KEPT = Duration.ofDays(400);

    @Bean
    RecurringTask<Void> forgetOldSignsOfPeople(TryTable tries, Alerts alerts, FamiliarPlaces places, Clock clock) {
        return Tasks.recurring("identity.forget-old-signs", FixedDelay.of(Duration.ofHours(6))).execute((instance, context) -> {
            var now = clock.instant();
            tries.forget(now.minus(TRIES_KEPT));
            alerts.forget(now.minus(ALERTS_KEPT));
            places.forget(now.minus(PLACES_KEPT));
        });
    }
}
