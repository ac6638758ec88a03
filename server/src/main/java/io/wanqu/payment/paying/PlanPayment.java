package io.wanqu.payment.paying;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.payment.Payment;
import io.wanqu.payment.Payment.State;
import io.wanqu.payment.PaymentProblem;
import io.wanqu.payment.PaymentSettings;
import io.wanqu.payment.Payments;
import io.wanqu.payment.Payments.Subject;
import io.wanqu.payment.Rails;
import io.wanqu.payment.paying.Attempt.Content;
import io.wanqu.payment.rail.Method;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides what is to be done next for somebody who wants to pay, and writes it down before it is done. */
@Component
class PlanPayment {

    static final Duration FIRST_LOOK = Duration.ofSeconds(30);
    /** Providers take nothing that ends sooner. */
    private static final Duration TIME_MIN = Duration.ofMinutes(1);

    private final Payments payments;
    private final PaymentQueries queries;
    private final Attempts attempts;
    private final Rails rails;
    private final Timing timing;
    private final Ids ids;

    PlanPayment(Payments payments, PaymentQueries queries, Attempts attempts, Rails rails, Timing timing, Ids ids) {
        this.payments = payments;
        this.queries = queries;
        this.attempts = attempts;
        this.rails = rails;
        this.timing = timing;
        this.ids = ids;
    }

    @Transactional
    public Step next(PayAsk ask) {
        attempts.awaitTurn(ask.shop(), ask.subject());
        var counts = PaymentQueries.counts(payments.ofSubjects(List.of(new Subject(ask.shop(), ask.subject())))
                .getOrDefault(ask.subject(), List.of())).orElse(null);
        if (counts != null && counts.state().paid()) {
            return new Ready(queries.view(counts));
        }
        var method = method(ask.method());
        var rail = rail(ask, method, counts);
        var open = counts == null || !counts.state().open() ? null : counts;
        var attempt = open == null ? null : attempts.find(ask.shop(), open.id()).orElse(null);
        if (open != null && attempt != null && !(open.rail().equals(rail) && attempt.method() == method && !timing.endsEarly(attempt, ask.until()))) {
            return new CloseFormer(open, attempt);
        }
        if (open != null && attempt != null) {
            return attempt.content().instruction() == null ? new AskProvider(open, attempt) : new Ready(queries.view(open));
        }
        return fresh(ask, method, rail, open);
    }

    /** No provider has heard of an open payment without an attempt, so it ends here if it is another rail's. */
    private Step fresh(PayAsk ask, Method method, String rail, @Nullable Payment open) {
        var taken = open;
        if (open != null && !open.rail().equals(rail)) {
            payments.end(List.of(open), State.CLOSED);
            taken = null;
        }
        if (taken == null) {
            var payee = rails.payee(rail, ask.shop(), ask.channel());
            taken = new Payment(ask.shop(), ids.next(), ask.subject(), rail, payee.payee(), payee.account(), ask.amount(), payee.first());
            payments.add(List.of(taken));
        }
        if (!rails.needsAccount(rail)) {
            return new Ready(queries.view(taken));
        }
        var attempt = new Attempt(ask.shop(), taken.id(), rail, method, new Content(ask.description(), ask.payer().clientIp(),
                ask.payer().payerId(), ask.payer().returnUrl(), null), null, timing.now(), timing.endOf(ask.until()), 0);
        attempts.add(attempt, timing.now().plus(FIRST_LOOK));
        return new AskProvider(taken, attempt);
    }

    private String rail(PayAsk ask, Method method, @Nullable Payment counts) {
        var offered = rails.offered(ask.shop(), ask.channel(), method);
        if (ask.rail() != null) {
            var named = rails.named(ask.rail()).name();
            if (!offered.contains(named)) {
                throw new PaymentProblem.RailNotOffered(named);
            }
            return named;
        }
        if (counts != null && counts.state().open() && offered.contains(counts.rail())) {
            return counts.rail();
        }
        return offered.stream().findFirst().orElseThrow(() -> new PaymentProblem.RailNotOffered(method.text()));
    }

    private static Method method(String text) {
        try {
            return Method.of(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("/method", "one of " + String.join(", ", List.of(Method.values()).stream()
                    .map(known -> known.name().toLowerCase(Locale.ROOT)).toList()));
        }
    }

    /** What is to be done. */
    sealed interface Step {
    }

    record Ready(PaymentView view) implements Step {
    }

    record CloseFormer(Payment payment, Attempt attempt) implements Step {
    }

    record AskProvider(Payment payment, Attempt attempt) implements Step {
    }

    /** When a payment ends: before the thing it pays for is given up. */
    @Component
    static class Timing {

        private final Clock clock;
        private final PaymentSettings settings;

        Timing(Clock clock, PaymentSettings settings) {
            this.clock = clock;
            this.settings = settings;
        }

        Instant now() {
            return clock.instant();
        }

        /** The thing is kept for longer than it was when the provider heard of it; no provider lets an end be moved. */
        boolean endsEarly(Attempt attempt, Instant kept) {
            return attempt.expiresAt().plus(TIME_MIN).isBefore(kept.minus(settings.closeBefore()));
        }

        Instant endOf(Instant kept) {
            var end = kept.minus(settings.closeBefore());
            if (end.isBefore(now().plus(TIME_MIN))) {
                throw new PaymentProblem.TooLate();
            }
            return end;
        }
    }
}
