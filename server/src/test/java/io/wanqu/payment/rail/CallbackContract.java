package io.wanqu.payment.rail;

import static io.wanqu.payment.rail.RailStage.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;

import org.junit.jupiter.api.Test;

/** What every rail must make of a provider's callbacks, good and bad. */
public interface CallbackContract {

    RailStage stage();

    /** Once a cell says yes, a test has just seen it. */
    default void promised(String column) {
        assertThat(PaymentsGuide.read().cell(stage().rail.name(), column)).isEqualTo("yes");
    }

    @Test
    default void a_late_callback_says_the_same_as_the_answer_to_a_question() {
        try (var stage = stage()) {
            var payment = stage.begun(yuan("1.00"));
            stage.push("{\"reorder\":2}");
            stage.pay(payment, false);

            var seen = stage.rail.query(stage.account, payment);
            assertThat(stage.postbox.arrivals()).isZero();
            stage.push("{\"flush\":true}");
            var told = stage.postbox.next();

            assertThat(seen.state()).isEqualTo(Seen.State.PAID);
            assertThat(told.transaction()).isEqualTo(seen.transaction());
            assertThat(told.amount()).isEqualTo(seen.amount());
            promised("late");
        }
    }

    @Test
    default void a_lost_callback_is_found_by_asking() {
        try (var stage = stage()) {
            var payment = stage.begun(yuan("1.00"));
            stage.push("{\"lose\":1}");
            stage.pay(payment, false);

            var seen = stage.rail.query(stage.account, payment);

            assertThat(seen.state()).isEqualTo(Seen.State.PAID);
            assertThat(seen.amount()).isEqualTo(yuan("1.00"));
            assertThat(stage.postbox.arrivals()).isZero();
            promised("lost");
        }
    }

    @Test
    default void doubled_and_reordered_callbacks_are_one_event_each() {
        try (var stage = stage()) {
            var first = stage.begun(yuan("1.00"));
            var second = stage.begun(yuan("2.00"));
            stage.push("{\"reorder\":2}");
            stage.pay(first, false);
            stage.pay(second, false);
            assertThat(stage.postbox.next().payment()).isEqualTo(second.payment());
            assertThat(stage.postbox.next().payment()).isEqualTo(first.payment());
            var third = stage.begun(yuan("3.00"));
            stage.push("{\"duplicate\":1}");
            stage.pay(third, false);

            var events = new HashSet<String>();
            events.add(stage.postbox.next().event());
            events.add(stage.postbox.next().event());

            assertThat(events).hasSize(1);
            assertThat(stage.postbox.arrivals()).isEqualTo(4);
        }
    }

    @Test
    default void a_callback_is_told_again_until_it_is_taken_in() {
        try (var stage = stage()) {
            var payment = stage.begun(yuan("1.00"));
            stage.postbox.refuse(1);

            stage.pay(payment, false);

            assertThat(stage.postbox.next().payment()).isEqualTo(payment.payment());
            assertThat(stage.postbox.arrivals()).isEqualTo(2);
            assertThat(stage.postbox.isQuiet()).isTrue();
        }
    }

    @Test
    default void forged_callbacks_are_refused() {
        try (var stage = stage()) {
            var payment = stage.begun(yuan("5.00"));

            assertThat(stage.forge(payment, "signature")).isEqualTo(401);
            assertThat(stage.postbox.nextForgery().kind()).isEqualTo(ForgedNotice.Kind.FORGED);
            assertThat(stage.forge(payment, "body")).isEqualTo(401);
            assertThat(stage.postbox.nextForgery().kind()).isEqualTo(ForgedNotice.Kind.FORGED);
            assertThat(stage.forge(payment, "stale")).isEqualTo(401);
            assertThat(stage.postbox.nextForgery().kind()).isEqualTo(ForgedNotice.Kind.STALE);

            assertThat(stage.postbox.isQuiet()).isTrue();
        }
    }

    /** These carry a good signature: what they say differs from what was asked for, and that is what is compared. */
    @Test
    default void a_signed_callback_shows_what_is_wrong_with_it() {
        try (var stage = stage()) {
            var payment = stage.begun(yuan("5.00"));
            stage.forge(payment, "amount");
            assertThat(stage.postbox.next().amount()).isNotEqualTo(yuan("5.00"));
            stage.forge(payment, "payee");
            assertThat(stage.postbox.next().payee()).isNotEqualTo(stage.account.payee());
            stage.forge(payment, "app");
            assertThat(stage.postbox.next().app()).isNotEqualTo(stage.account.app());
            stage.forge(payment, "number");
            assertThat(stage.postbox.next().payment()).isNotEqualTo(payment.payment());

            assertThat(stage.forge(payment, "unpaid")).isEqualTo(200);
            assertThat(stage.postbox.isQuiet()).isTrue();
        }
    }

    @Test
    default void a_replayed_callback_is_the_same_event() {
        try (var stage = stage()) {
            stage.pay(stage.begun(yuan("5.00")), false);
            var told = stage.postbox.next();

            stage.provider.pull("/replay", "{}");

            assertThat(stage.postbox.next()).isEqualTo(told);
        }
    }
}
