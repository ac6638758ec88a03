package io.wanqu.inventory.waiting;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.inventory.ReleaseStock;
import io.wanqu.inventory.waiting.WaitingRows.Row;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes back an offer that nobody took up, so that it goes to the next. */
@Configuration(proxyBeanMethods = false)
class LapseOffers {

    private static final int AT_ONCE = 200;

    private final WaitingRows rows;
    private final ReleaseStock releaseStock;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LapseOffers(WaitingRows rows, ReleaseStock releaseStock, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.releaseStock = releaseStock;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> lapseWaitingOffers() {
        return Tasks.recurring("inventory.lapse-offers", FixedDelay.of(Duration.ofSeconds(1)))
                .execute((instance, context) -> lapse());
    }

    void lapse() {
        transaction.executeWithoutResult(status -> rows.lapsed(clock.instant(), AT_ONCE).stream()
                .collect(Collectors.groupingBy(Row::shop, Collectors.mapping(Row::id, Collectors.toList())))
                .forEach((shop, ids) -> {
                    rows.move(shop, ids, "offered", "lapsed", null);
                    releaseStock.release(shop, ids);
                }));
    }
}
