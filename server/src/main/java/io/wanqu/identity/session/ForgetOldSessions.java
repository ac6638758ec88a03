package io.wanqu.identity.session;

import java.time.Clock;
import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.identity.code.OneTimeCodes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes sessions and codes that are over for long. */
@Configuration(proxyBeanMethods = false)
class ForgetOldSessions {

    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> forgetOldSessionsAndCodes(Sessions sessions, OneTimeCodes codes, Clock clock) {
        return Tasks.recurring("identity.forget-old-sessions", FixedDelay.of(Duration.ofHours(6))).execute((instance, context) -> {
            sessions.forget(clock.instant().minus(KEPT));
            codes.forgetExpired();
        });
    }
}
