package io.wanqu.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.kernel.event.EventLog;
import io.wanqu.ledger.GiveBack;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends refunds to their rails until they succeed; the rail is called outside of any transaction. */
@Configuration(proxyBeanMethods = false)
class SendRefunds {

    private static final Logger log = LoggerFactory.getLogger(SendRefunds.class);
    private static final int BATCH = 100;

    private final Refunds refunds;
    private final Rails rails;
    private final GiveBack giveBack;
    private final EventLog events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SendRefunds(Refunds refunds, Rails rails, GiveBack giveBack, EventLog events, TransactionTemplate transaction, Clock clock) {
        this.refunds = refunds;
        this.rails = rails;
        this.giveBack = giveBack;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> sendDueRefunds() {
        return Tasks.recurring("payment.send-refunds", FixedDelay.of(Duration.ofSeconds(1)))
                .execute((instance, context) -> sendDue());
    }

    void sendDue() {
        for (var refund : refunds.claimDue(clock.instant(), BATCH)) {
            try {
                if (rails.named(refund.rail()).refund(refund)) {
                    transaction.executeWithoutResult(status -> book(refund));
                }
            } catch (RuntimeException e) {
                log.warn("refund {} is tried again later: {}", refund.id(), e.toString());
            }
        }
    }

    private void book(Refund refund) {
        if (refunds.succeeded(refund)) {
            giveBack.giveBack(List.of(new GiveBack.Returned(refund.shop(), "payment.refunded/" + refund.id(), refund.subject(),
                    refund.rail(), refund.amount())));
            events.append(List.of(new RefundSucceeded(refund.shop(), refund.id(), refund.payment(), refund.subject(),
                    refund.amount(), refund.reason())));
        }
    }
}
