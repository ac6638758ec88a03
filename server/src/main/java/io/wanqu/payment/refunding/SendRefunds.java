package io.wanqu.payment.refunding;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.payment.PaymentSettings;
import io.wanqu.payment.Rails;
import io.wanqu.payment.rail.BuiltInRail;
import io.wanqu.payment.rail.Rail;
import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailException;
import io.wanqu.payment.rail.Reference;
import io.wanqu.payment.rail.RefundAsked;
import io.wanqu.payment.rail.Sent;
import io.wanqu.payment.rail.SplitRail;
import io.wanqu.payment.splitting.PullBack;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sends refunds to their rails and asks after them until they end; the rail is called outside of any transaction, always
 * with the same number, so that a crash between the call and its note does no harm.
 */
@Configuration(proxyBeanMethods = false)
public class SendRefunds {

    private static final Logger log = LoggerFactory.getLogger(SendRefunds.class);
    private static final int BATCH = 100;

    private final DueRefunds refunds;
    private final EndRefunds endRefunds;
    private final Rails rails;
    private final PaymentSettings settings;
    private final PullBack pullBack;
    private final Clock clock;

    SendRefunds(DueRefunds refunds, EndRefunds endRefunds, Rails rails, PaymentSettings settings, PullBack pullBack, Clock clock) {
        this.refunds = refunds;
        this.endRefunds = endRefunds;
        this.rails = rails;
        this.settings = settings;
        this.pullBack = pullBack;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> sendDueRefunds() {
        return Tasks.recurring("payment.send-refunds", FixedDelay.of(Duration.ofSeconds(1)))
                .execute((instance, context) -> sendDue());
    }

    public void sendDue() {
        for (var refund : refunds.claim(clock.instant(), BATCH)) {
            try {
                var rail = rails.named(refund.rail());
                var account = account(rail, refund);
                endRefunds.end(account, refund, send(rail, account, refund));
            } catch (RuntimeException e) {
                log.warn("refund {} is tried again later: {}", refund.id(), e.toString());
                refunds.delayed(refund, e instanceof RailException said ? said.getMessage() : "this server could not ask the provider");
            }
        }
    }

    private static Sent send(Rail rail, RailAccount account, RefundAsked asked, boolean processing) {
        var sent = processing ? rail.refundState(account, asked) : rail.refund(account, asked);
        return sent.state() == Sent.State.MISSING ? rail.refund(account, asked) : sent;
    }

    private Sent send(Rail rail, RailAccount account, OpenRefund refund) {
        var of = new PullBack.Of(refund.id(), refund.payment(), refund.subject(), refund.amount());
        try {
            var shares = rail instanceof SplitRail splits ? pullBack.before(splits, account, of) : List.<RefundAsked.Share>of();
            var sent = send(rail, account, asked(account, refund, shares), refund.processing());
            if (sent.state() == Sent.State.SUCCEEDED && !shares.isEmpty()) {
                pullBack.book(account, of);
            }
            return sent;
        } catch (RailException e) {
            if (e.retryable()) {
                throw e;
            }
            return Sent.failed(null, String.valueOf(e.getMessage()));
        }
    }

    private RefundAsked asked(RailAccount account, OpenRefund refund, List<RefundAsked.Share> shares) {
        return new RefundAsked(new Reference(Long.toString(refund.payment()), refund.transaction(), refund.paid()),
                Long.toString(refund.id()), refund.amount(), refund.reason(), settings.callback(account), shares);
    }

    private RailAccount account(Rail rail, OpenRefund refund) {
        return rail instanceof BuiltInRail builtIn ? builtIn.account(refund.shop())
                : rails.account(refund.account()).orElseThrow(() -> new IllegalStateException("no account " + refund.account()));
    }
}
