package io.wanqu.media;

import java.time.Clock;
import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes pictures that nothing shows, a while after they were sent or taken down. */
@Configuration(proxyBeanMethods = false)
class ForgetUnused {

    private static final int AT_ONCE = 200;

    private final PictureTable table;
    private final TransactionTemplate transaction;
    private final MediaSettings settings;
    private final Clock clock;

    ForgetUnused(PictureTable table, TransactionTemplate transaction, MediaSettings settings, Clock clock) {
        this.table = table;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> forgetUnusedPictures() {
        return Tasks.recurring("media.forget-unused", FixedDelay.of(Duration.ofHours(1))).execute((instance, context) -> forget());
    }

    int forget() {
        var before = clock.instant().minus(settings.unusedKept());
        var forgotten = 0;
        int some;
        do {
            some = transaction.execute(status -> table.forget(before, AT_ONCE));
            forgotten += some;
        } while (some > 0);
        return forgotten;
    }
}
