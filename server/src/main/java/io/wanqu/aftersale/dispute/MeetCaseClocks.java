package io.wanqu.aftersale.dispute;

import java.time.Clock;
import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Does what a case's state promises when its deadline passes; one statement finds a batch, each case is decided by itself. */
@Configuration(proxyBeanMethods = false)
public class MeetCaseClocks {

    private static final Logger log = LoggerFactory.getLogger(MeetCaseClocks.class);
    private static final int BATCH = 200;

    private final Cases cases;
    private final DecideCase decide;
    private final Clock clock;

    MeetCaseClocks(Cases cases, DecideCase decide, Clock clock) {
        this.cases = cases;
        this.decide = decide;
        this.clock = clock;
    }

    @Bean
    public RecurringTask<Void> meetCaseDeadlines() {
        return Tasks.recurring("aftersale.meet-clocks", FixedDelay.of(Duration.ofSeconds(10))).execute((instance, context) -> meetAll());
    }

    /** A case that cannot be moved on does not hold up the others; it is tried again, and called out each time. */
    public void meetAll() {
        for (var row : cases.due(clock.instant(), BATCH)) {
            try {
                decide.meet(row.shop(), row.id());
            } catch (RuntimeException e) {
                log.error("case {} of shop {} could not be moved on", row.id(), row.shop(), e);
            }
        }
    }
}
