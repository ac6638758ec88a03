package io.wanqu.payment.paying;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.payment.Payment;
import io.wanqu.payment.Payment.State;
import io.wanqu.payment.Payments;
import io.wanqu.payment.Rails;
import io.wanqu.payment.rail.RailException;
import io.wanqu.payment.rail.RailException.Kind;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks providers after payments of which nobody told us, and closes there what is closed here. Looks at the times that are
 * usual for it, 30 seconds after the start and then ever more seldom, and a last time when the payment expires.
 */
@Configuration(proxyBeanMethods = false)
public class LookAfterPayments {

    private static final Logger log = LoggerFactory.getLogger(LookAfterPayments.class);
    private static final int BATCH = 100;
    private static final List<Duration> LOOKS = List.of(PlanPayment.FIRST_LOOK, Duration.ofMinutes(1), Duration.ofMinutes(2),
            Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(30));
    private static final Duration AFTER_CRASH = Duration.ofMinutes(1);
    private static final Duration AFTER_ERROR = Duration.ofSeconds(30);

    private final Attempts attempts;
    private final Payments payments;
    private final FollowSeen followSeen;
    private final Rails rails;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LookAfterPayments(Attempts attempts, Payments payments, FollowSeen followSeen, Rails rails, TransactionTemplate transaction, Clock clock) {
        this.attempts = attempts;
        this.payments = payments;
        this.followSeen = followSeen;
        this.rails = rails;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> lookAfterOpenPayments() {
        return Tasks.recurring("payment.look-after", FixedDelay.of(Duration.ofSeconds(1))).execute((instance, context) -> lookAfterAll());
    }

    public void lookAfterAll() {
        List<Attempt> claimed;
        do {
            claimed = attempts.claim(clock.instant(), AFTER_CRASH, BATCH);
            claimed.forEach(this::lookAfter);
        } while (claimed.size() == BATCH);
    }

    private void lookAfter(Attempt attempt) {
        var payment = find(attempt);
        if (payment == null || payment.state().paid() || payment.state() == State.FAILED) {
            attempts.lookAt(attempt, null);
            return;
        }
        try {
            attempts.lookAt(attempt, payment.state().open() && clock.instant().isBefore(attempt.expiresAt())
                    ? look(payment, attempt) : close(payment, attempt));
        } catch (RailException e) {
            attempts.failed(attempt, String.valueOf(e.getMessage()));
            if (e.kind() == Kind.UNCLEAR && payment.state().open()) {
                attempts.move(payment, State.UNKNOWN);
            }
            attempts.lookAt(attempt, clock.instant().plus(AFTER_ERROR));
        } catch (RuntimeException e) {
            log.warn("payment {} is looked after later: {}", payment.id(), e.toString());
        }
    }

    /** Returns when to look again. */
    private @Nullable Instant look(Payment payment, Attempt attempt) {
        var account = rails.account(payment).orElseThrow();
        var seen = rails.named(payment.rail()).query(account, StartPayment.reference(payment, attempt));
        if (followSeen.follow(account, payment, seen)) {
            return null;
        }
        if (payment.state() == State.UNKNOWN && attempt.content().instruction() != null) {
            attempts.move(payment, State.PENDING);
        }
        return next(attempt);
    }

    /** Nobody shall pay for what is no longer kept; who was faster has paid. */
    private @Nullable Instant close(Payment payment, Attempt attempt) {
        var account = rails.account(payment).orElseThrow();
        var seen = rails.named(payment.rail()).close(account, StartPayment.reference(payment, attempt));
        if (!followSeen.follow(account, payment, seen)) {
            followSeen.end(payment, State.CLOSED);
        }
        return null;
    }

    private Instant next(Attempt attempt) {
        var now = clock.instant();
        var last = LOOKS.getLast();
        var next = LOOKS.stream().map(attempt.startedAt()::plus).filter(now::isBefore).findFirst()
                .orElseGet(() -> now.plus(last));
        return next.isBefore(attempt.expiresAt()) ? next : attempt.expiresAt();
    }

    private @Nullable Payment find(Attempt attempt) {
        return transaction.execute(status -> payments.find(attempt.shop(), attempt.payment()).orElse(null));
    }
}
