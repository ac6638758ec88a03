package io.wanqu.aftersale.fund;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.kernel.Money;
import io.wanqu.settlement.payout.TakeRecourse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes from what shops earn what they still owe the fund, oldest first. */
@Configuration(proxyBeanMethods = false)
public class RecoverAdvances {

    private static final int BATCH = 200;

    private final Fund fund;
    private final TakeRecourse recourse;
    private final PayInAdvance advance;
    private final TransactionTemplate transaction;

    RecoverAdvances(Fund fund, TakeRecourse recourse, PayInAdvance advance, TransactionTemplate transaction) {
        this.fund = fund;
        this.recourse = recourse;
        this.advance = advance;
        this.transaction = transaction;
    }

    @Bean
    public RecurringTask<Void> recoverFundAdvances() {
        return Tasks.recurring("aftersale.recover-advances", FixedDelay.of(Duration.ofMinutes(1))).execute((instance, context) -> recoverAll());
    }

    public void recoverAll() {
        fund.owed(BATCH).forEach(this::recover);
    }

    /** The shop's money first, then the row, as whoever pays does. */
    private void recover(Fund.Owed owed) {
        transaction.executeWithoutResult(status -> {
            recourse.drawable(owed.shop(), owed.amount());
            var left = fund.lockOwed(owed.shop(), owed.caseId());
            var taken = left == 0 ? 0 : recourse.take(owed.shop(), owed.caseId(), new Money(left, owed.amount().currency()));
            if (taken > 0) {
                fund.recovered(owed.shop(), owed.caseId(), taken);
                advance.refill(owed.caseId(), new Money(taken, owed.amount().currency()), left);
            }
        });
    }
}
