package io.wanqu.settlement.payout;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.ledger.Account;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.payment.PaysOut;
import io.wanqu.settlement.payout.Payouts.Payout;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends approved payouts to their rails until their end is known; the rail is called outside of any transaction. */
@Configuration(proxyBeanMethods = false)
class SendPayouts {

    private static final Logger log = LoggerFactory.getLogger(SendPayouts.class);
    private static final int BATCH = 50;

    private final Payouts payouts;
    private final GuardPath guard;
    private final DrawMoney draw;
    private final Post post;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SendPayouts(Payouts payouts, GuardPath guard, DrawMoney draw, Post post, TransactionTemplate transaction, Clock clock) {
        this.payouts = payouts;
        this.guard = guard;
        this.draw = draw;
        this.post = post;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> sendDuePayouts() {
        return Tasks.recurring("settlement.send-payouts", FixedDelay.of(Duration.ofSeconds(2))).execute((instance, context) -> sendDue());
    }

    void sendDue() {
        for (var payout : payouts.claimDue(clock.instant(), BATCH)) {
            try {
                var rail = guard.licensed(payout.receiver().rail());
                var outcome = rail.pay(new PaysOut.Payout(payout.shop(), Long.toString(payout.id()), payout.receiver().account(), payout.amount(),
                        guard.bounds(payout.receiver().rail())));
                transaction.executeWithoutResult(status -> book(payout, outcome));
            } catch (RuntimeException e) {
                log.warn("payout {} is tried again later: {}", payout.id(), e.toString());
            }
        }
    }

    private void book(Payout payout, PaysOut.Outcome outcome) {
        switch (outcome.state()) {
            case PENDING -> { }
            case SUCCEEDED -> {
                if (payouts.end(payout, "succeeded", outcome.reason())) {
                    post.post(List.of(new Transfer(payout.shop(), "payout.succeeded", payout.id(), Account.PAYOUT_TRANSIT,
                            Account.settled(payout.receiver().rail()), payout.amount())));
                }
            }
            case FAILED -> {
                if (payouts.end(payout, "failed", outcome.reason())) {
                    draw.giveBack(payout);
                }
            }
        }
    }
}
