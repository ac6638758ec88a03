package io.wanqu.payment.paying;

import io.wanqu.payment.Payment;
import io.wanqu.payment.Payment.State;
import io.wanqu.payment.PaymentProblem;
import io.wanqu.payment.PaymentSettings;
import io.wanqu.payment.Rails;
import io.wanqu.payment.paying.PlanPayment.AskProvider;
import io.wanqu.payment.paying.PlanPayment.CloseFormer;
import io.wanqu.payment.paying.PlanPayment.Ready;
import io.wanqu.payment.rail.Asked;
import io.wanqu.payment.rail.Rail.Started;
import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailException;
import io.wanqu.payment.rail.Reference;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a payment to its provider. What is about to be done is written down first; then the provider is called, outside of
 * any transaction and always with the same number; then its answer is written down. Wherever this stops, asking again, or
 * the janitor, goes on from what is written.
 */
@Service
public class StartPayment {

    /** A former payment to close, the new one to ask for, and one for somebody who was faster. */
    private static final int STEPS_MAX = 4;

    private final PlanPayment plan;
    private final Attempts attempts;
    private final FollowSeen followSeen;
    private final Rails rails;
    private final PaymentSettings settings;
    private final TransactionTemplate transaction;

    StartPayment(PlanPayment plan, Attempts attempts, FollowSeen followSeen, Rails rails, PaymentSettings settings,
            TransactionTemplate transaction) {
        this.plan = plan;
        this.attempts = attempts;
        this.followSeen = followSeen;
        this.rails = rails;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Answers the payment that is open, or was paid already; asking again for the same answers the same. */
    public PaymentView start(PayAsk ask) {
        for (var step = 0; step < STEPS_MAX; step++) {
            switch (plan.next(ask)) {
                case Ready ready -> {
                    return ready.view();
                }
                case CloseFormer former -> close(former);
                case AskProvider next -> ask(next);
            }
        }
        throw new PaymentProblem.RailUnavailable(ask.rail() == null ? "" : ask.rail());
    }

    /** Two open payments of one thing could both be paid, so the former is ended where it could be. */
    private void close(CloseFormer former) {
        var payment = former.payment();
        var account = account(payment);
        try {
            var seen = rails.named(payment.rail()).close(account, reference(payment, former.attempt()));
            if (!followSeen.follow(account, payment, seen)) {
                followSeen.end(payment, State.CLOSED);
            }
        } catch (RailException e) {
            throw new PaymentProblem.RailUnavailable(payment.rail());
        }
    }

    private void ask(AskProvider next) {
        var payment = next.payment();
        var attempt = next.attempt();
        var account = account(payment);
        var content = attempt.content();
        var asked = new Asked(Long.toString(payment.id()), payment.amount(), content.description(), attempt.method(),
                new Asked.Buyer(content.clientIp(), content.payerId(), content.returnUrl()), settings.callback(account), attempt.expiresAt());
        try {
            written(payment, attempt, rails.named(payment.rail()).start(account, asked));
        } catch (RailException e) {
            throw refusal(payment, attempt, e);
        }
    }

    private void written(Payment payment, Attempt attempt, Started started) {
        transaction.executeWithoutResult(status -> {
            attempts.started(attempt, started);
            attempts.move(payment, State.PENDING);
        });
    }

    private PaymentProblem refusal(Payment payment, Attempt attempt, RailException e) {
        attempts.failed(attempt, String.valueOf(e.getMessage()));
        if (!e.retryable()) {
            followSeen.end(payment, State.FAILED);
            return new PaymentProblem.RailRefused(payment.rail(), e.code());
        }
        attempts.move(payment, State.UNKNOWN);
        return new PaymentProblem.RailUnavailable(payment.rail());
    }

    private RailAccount account(Payment payment) {
        return rails.account(payment).orElseThrow(() -> new PaymentProblem.RailNotOffered(payment.rail()));
    }

    static Reference reference(Payment payment, Attempt attempt) {
        return new Reference(Long.toString(payment.id()), attempt.transaction(), payment.amount());
    }

}
