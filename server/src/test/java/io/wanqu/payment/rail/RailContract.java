package io.wanqu.payment.rail;

import static io.wanqu.payment.rail.RailStage.yuan;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.List;

import io.wanqu.payment.rail.RailStage.Step;
import io.wanqu.payment.rail.SplitRail.Splitting;
import io.wanqu.testing.OneDay;

import org.junit.jupiter.api.Test;

/** What every rail of real money must do; each thing that the guide promises is proved by the test that reads its cell. */
public interface RailContract extends CallbackContract {

    RailStage sharingStage();

    /** Somebody who may be given a share. */
    SplitRail.Receiver receiver();

    @Test
    default void a_payment_is_asked_for_paid_and_told() {
        try (var stage = stage()) {
            var payment = stage.begun(yuan("8.80"));
            assertThat(stage.rail.query(stage.account, payment).state()).isIn(Seen.State.PENDING, Seen.State.MISSING);
            promised("pay");

            stage.pay(payment, false);

            var told = stage.postbox.next();
            assertThat(told.what()).isEqualTo(RailNotice.What.PAID);
            assertThat(told.payment()).isEqualTo(payment.payment());
            assertThat(told.amount()).isEqualTo(yuan("8.80"));
            assertThat(told.payee()).isEqualTo(stage.account.payee());
            assertThat(told.app()).isEqualTo(stage.account.app());
            var seen = stage.rail.query(stage.account, payment);
            assertThat(seen).isEqualTo(Seen.paid(told.transaction(), yuan("8.80"), stage.account.payee(), stage.account.app()));
            promised("callback");
        }
    }

    @Test
    default void money_goes_back_in_parts_and_never_more_than_came() {
        try (var stage = stage()) {
            var payment = stage.paid(yuan("10.00"));
            var part = stage.refund(payment, yuan("4.00"));

            stage.rail.refund(stage.account, part);

            assertThat(stage.settled(part).state()).isEqualTo(Sent.State.SUCCEEDED);
            assertThat(stage.trade(payment).path("refundedFen").asLong(0)).isEqualTo(400);
            promised("partial refund");
            assertThatExceptionOfType(RailException.class)
                    .isThrownBy(() -> stage.rail.refund(stage.account, stage.refund(payment, yuan("6.01"))))
                    .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(RailException.Kind.REFUSED));
            assertThat(stage.trade(payment).path("refunds").asInt(0)).isEqualTo(1);
            var rest = stage.refund(payment, yuan("6.00"));
            stage.rail.refund(stage.account, rest);
            assertThat(stage.settled(rest).state()).isEqualTo(Sent.State.SUCCEEDED);
            assertThat(stage.rail.query(stage.account, payment).state()).isEqualTo(Seen.State.PAID);
        }
    }

    @Test
    default void all_money_goes_back_once_however_often_it_is_asked() {
        try (var stage = stage()) {
            var payment = stage.paid(yuan("10.00"));
            var whole = stage.refund(payment, yuan("10.00"));
            assertThat(stage.settled(whole).state()).isEqualTo(Sent.State.MISSING);

            stage.rail.refund(stage.account, whole);
            var repeated = stage.rail.refund(stage.account, whole);

            assertThat(repeated.state()).isEqualTo(Sent.State.SUCCEEDED);
            assertThat(stage.trade(payment).path("refunds").asInt(0)).isEqualTo(1);
            assertThat(stage.trade(payment).path("refundedFen").asLong(0)).isEqualTo(1000);
            promised("full refund");
        }
    }

    @Test
    default void an_unknown_outcome_is_healed_by_the_same_number() {
        try (var stage = stage()) {
            var payment = stage.paid(yuan("10.00"));
            var refund = stage.refund(payment, yuan("3.00"));
            stage.loseAnswer(Step.REFUND);

            assertThatExceptionOfType(RailException.class)
                    .isThrownBy(() -> stage.rail.refund(stage.account, refund))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(RailException.Kind.UNCLEAR));

            assertThat(stage.settled(refund).state()).isEqualTo(Sent.State.SUCCEEDED);
            assertThat(stage.rail.refund(stage.account, refund).state()).isEqualTo(Sent.State.SUCCEEDED);
            assertThat(stage.trade(payment).path("refunds").asInt(0)).isEqualTo(1);
        }
    }

    @Test
    default void an_error_of_the_provider_is_worth_another_try() {
        try (var stage = stage()) {
            var payment = stage.begun(yuan("1.00"));
            stage.systemError(Step.QUERY);

            assertThatExceptionOfType(RailException.class)
                    .isThrownBy(() -> stage.rail.query(stage.account, payment))
                    .satisfies(failure -> assertThat(failure.retryable()).isTrue());

            stage.pay(payment, false);
            assertThat(stage.postbox.next().payment()).isEqualTo(payment.payment());
        }
    }

    @Test
    default void an_outage_is_told_from_a_refusal() {
        try (var stage = stage()) {
            var payment = stage.begun(yuan("1.00"));
            stage.provider.pull("/platform", "{\"outage\":true}");

            assertThatExceptionOfType(RailException.class)
                    .isThrownBy(() -> stage.rail.query(stage.account, payment))
                    .satisfies(failure -> assertThat(failure.retryable()).isTrue());
        }
    }

    @Test
    default void an_unpaid_payment_is_closed_and_a_paid_one_is_not() {
        try (var stage = stage()) {
            var left = stage.begun(yuan("1.00"));
            var taken = stage.begun(yuan("1.00"));
            stage.pay(taken, true);

            assertThat(stage.rail.close(stage.account, left).state()).isIn(Seen.State.CLOSED, Seen.State.MISSING);
            assertThat(stage.rail.close(stage.account, taken).state()).isEqualTo(Seen.State.PAID);
            assertThat(stage.rail.query(stage.account, new Reference("123456789", null, yuan("1.00"))).state()).isEqualTo(Seen.State.MISSING);
        }
    }

    @Test
    default void frozen_money_is_split_and_the_rest_released() {
        try (var stage = sharingStage()) {
            var payment = stage.paid(yuan("100.00"));
            var rail = (SplitRail) stage.rail;
            rail.bind(stage.account, receiver());
            rail.bind(stage.account, receiver());
            var split = new SplitRail.SplitAsked(payment, RailStage.number(),
                    List.of(new SplitRail.Part(receiver(), yuan("20.00"), "commission")), false);
            assertThat(rail.splitState(stage.account, split).state()).isEqualTo(Splitting.State.MISSING);

            rail.split(stage.account, split);
            rail.split(stage.account, split);

            await().atMost(60, SECONDS).untilAsserted(() -> assertThat(rail.splitState(stage.account, split).state()).isEqualTo(Splitting.State.DONE));
            assertThat(stage.trade(payment).path("sharedFen").asLong(0)).isEqualTo(2000);
            var rest = new SplitRail.SplitAsked(payment, RailStage.number(), List.of(), true);
            rail.unfreezeRest(stage.account, rest);
            await().atMost(60, SECONDS).untilAsserted(() -> assertThat(rail.splitState(stage.account, rest).state()).isEqualTo(Splitting.State.DONE));
            assertThatExceptionOfType(RailException.class).isThrownBy(() -> rail.split(stage.account,
                    new SplitRail.SplitAsked(payment, RailStage.number(), split.parts(), false)));
            assertThat(stage.trade(payment).path("sharedFen").asLong(0)).isEqualTo(2000);
            promised("split");
        }
    }

    @Test
    default void a_days_bill_lists_what_came_and_what_went() {
        OneDay.begins();
        try (var stage = stage()) {
            stage.provider.pull("/platform", "{\"billsAtOnce\":true}");
            var bills = (BillRail) stage.rail;
            assertThat(bills.bill(stage.account, RailStage.today())).isEmpty();
            var payment = stage.paid(yuan("10.00"));
            var refund = stage.refund(payment, yuan("4.00"));
            stage.rail.refund(stage.account, refund);

            var lines = bills.bill(stage.account, RailStage.today());

            assertThat(lines).hasSize(2);
            assertThat(lines.getFirst().kind()).isEqualTo(BillRail.BillLine.Kind.PAYMENT);
            assertThat(lines.getFirst().payment()).isEqualTo(payment.payment());
            assertThat(lines.getFirst().transaction()).isEqualTo(payment.transaction());
            assertThat(lines.getFirst().amount()).isEqualTo(yuan("10.00"));
            assertThat(lines.getLast().kind()).isEqualTo(BillRail.BillLine.Kind.REFUND);
            assertThat(lines.getLast().refund()).isEqualTo(refund.number());
            assertThat(lines.getLast().amount()).isEqualTo(yuan("4.00"));
            promised("bill");
        }
    }

    @Test
    default void nothing_of_an_account_shows_itself() {
        try (var stage = stage()) {
            var secrets = stage.account.keys().names().stream().map(stage.account.keys()::reveal).filter(it -> it.length() > 16).toList();
            stage.provider.pull("/platform", "{\"outage\":true}");

            var shown = new StringBuilder(stage.account.toString()).append(stage.rail);
            assertThatExceptionOfType(RailException.class)
                    .isThrownBy(() -> stage.rail.query(stage.account, new Reference("123456789", null, yuan("1.00"))))
                    .satisfies(failure -> shown.append(failure).append(failure.getCause()));

            assertThat(secrets).isNotEmpty().noneMatch(secret -> shown.toString().contains(secret));
        }
    }
}
