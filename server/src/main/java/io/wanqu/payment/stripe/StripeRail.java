package io.wanqu.payment.stripe;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;

import io.wanqu.kernel.Money;
import io.wanqu.payment.rail.Asked;
import io.wanqu.payment.rail.Method;
import io.wanqu.payment.rail.Rail;
import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailNotice;
import io.wanqu.payment.rail.Reference;
import io.wanqu.payment.rail.RefundAsked;
import io.wanqu.payment.rail.Seen;
import io.wanqu.payment.rail.Sent;

import org.springframework.stereotype.Component;

/**
 * Payment intents of Stripe. Our numbers travel as metadata and as idempotency keys, so that a repeated call makes nothing
 * twice; the buyer's card is entered in Stripe's own form, which needs the instruction's client secret.
 */
@Component
class StripeRail implements Rail {

    static final String NAME = "stripe";
    static final String PAYMENT = "payment";
    static final String REFUND = "refund";
    private static final long REFUNDS_MAX = 100;

    private final StripeClients clients;
    private final StripeWebhook webhook;

    StripeRail(StripeClients clients, Clock clock) {
        this.clients = clients;
        this.webhook = new StripeWebhook(clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Method> methods() {
        return Set.of(Method.INTENT);
    }

    @Override
    public Set<String> keys() {
        return Set.of("secretKey", "publishableKey", "webhookSecret");
    }

    @Override
    public Started start(RailAccount account, Asked asked) {
        var params = PaymentIntentCreateParams.builder()
            .setAmount(asked.amount().minor())
            .setCurrency(asked.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
            .setDescription(asked.description())
            .putMetadata(PAYMENT, asked.payment())
            .setAutomaticPaymentMethods(AutomaticPaymentMethods.builder().setEnabled(true).build())
            .build();
        try {
            var intent = clients.of(account).v1().paymentIntents().create(params, once("payment-" + asked.payment()));
            var instruction = new HashMap<String, String>();
            instruction.put("paymentIntent", intent.getId());
            instruction.put("clientSecret", intent.getClientSecret());
            instruction.put("publishableKey", account.keys().reveal("publishableKey"));
            return new Started(instruction, intent.getId());
        } catch (StripeException e) {
            throw StripeClients.trouble(e);
        }
    }

    /** Without Stripe's number nobody has the client secret either, so nobody can have paid. */
    @Override
    public Seen query(RailAccount account, Reference payment) {
        if (payment.transaction() == null) {
            return Seen.unpaid(Seen.State.MISSING);
        }
        try {
            return seen(account, clients.of(account).v1().paymentIntents().retrieve(payment.transaction()));
        } catch (InvalidRequestException e) {
            if ("resource_missing".equals(e.getCode())) {
                return Seen.unpaid(Seen.State.MISSING);
            }
            throw StripeClients.trouble(e);
        } catch (StripeException e) {
            throw StripeClients.trouble(e);
        }
    }

    @Override
    public Seen close(RailAccount account, Reference payment) {
        if (payment.transaction() == null) {
            return Seen.unpaid(Seen.State.MISSING);
        }
        try {
            return seen(account, clients.of(account).v1().paymentIntents().cancel(payment.transaction()));
        } catch (InvalidRequestException e) {
            return query(account, payment);
        } catch (StripeException e) {
            throw StripeClients.trouble(e);
        }
    }

    /** Asked first for what is there: after a failed refund the idempotency key has to be another one, not before. */
    @Override
    public Sent refund(RailAccount account, RefundAsked refund) {
        var before = known(account, refund);
        var living = before.stream().filter(known -> sent(known).state() != Sent.State.FAILED).findFirst();
        if (living.isPresent()) {
            return sent(living.get());
        }
        var params = RefundCreateParams.builder()
            .setPaymentIntent(transaction(refund))
            .setAmount(refund.amount().minor())
            .putMetadata(REFUND, refund.number())
            .build();
        try {
            return sent(clients.of(account).v1().refunds().create(params, once("refund-" + refund.number() + "-" + before.size())));
        } catch (StripeException e) {
            throw StripeClients.trouble(e);
        }
    }

    @Override
    public Sent refundState(RailAccount account, RefundAsked refund) {
        return known(account, refund).stream().findFirst().map(StripeRail::sent)
                .orElseGet(() -> new Sent(Sent.State.MISSING, null, null));
    }

    @Override
    public List<RailNotice> read(RailAccount account, Map<String, String> headers, byte[] body) {
        return webhook.read(account, headers.getOrDefault("stripe-signature", ""), body);
    }

    @Override
    public Reply acknowledged() {
        return new Reply(200, "application/json", "{\"received\":true}");
    }

    @Override
    public Reply failed() {
        return new Reply(500, "application/json", "{\"received\":false}");
    }

    /** Newest first. */
    private List<Refund> known(RailAccount account, RefundAsked refund) {
        var params = RefundListParams.builder().setPaymentIntent(transaction(refund)).setLimit(REFUNDS_MAX).build();
        try {
            return clients.of(account).v1().refunds().list(params).getData().stream()
                    .filter(known -> refund.number().equals(known.getMetadata().get(REFUND)))
                    .toList();
        } catch (StripeException e) {
            throw StripeClients.trouble(e);
        }
    }

    private static String transaction(RefundAsked refund) {
        var transaction = refund.payment().transaction();
        if (transaction == null) {
            throw new IllegalStateException("payment " + refund.payment().payment() + " was paid without a payment intent");
        }
        return transaction;
    }

    private static Seen seen(RailAccount account, PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "succeeded" -> Seen.paid(intent.getId(),
                    Money.of(intent.getAmountReceived(), intent.getCurrency().toUpperCase(Locale.ROOT)), account.payee(),
                    StripeWebhook.app(account, intent.getLivemode()));
            case "canceled" -> Seen.unpaid(Seen.State.CLOSED);
            default -> Seen.unpaid(Seen.State.PENDING);
        };
    }

    private static Sent sent(Refund refund) {
        return switch (refund.getStatus()) {
            case "succeeded" -> Sent.succeeded(refund.getId());
            case "failed", "canceled" -> Sent.failed(refund.getId(), "Stripe says " + refund.getStatus() + ": " + refund.getFailureReason());
            default -> Sent.processing(refund.getId());
        };
    }

    private static RequestOptions once(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
