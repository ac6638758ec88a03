package io.wanqu.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.payment.Payment.State;
import io.wanqu.payment.rail.Seen;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which state may follow which, in the one place that knows and in the database. */
@WanquTest
class PaymentStateTest {

    @Autowired
    private Payments payments;
    @Autowired
    private Storefront storefront;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Ids ids;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INIT            |
            PENDING         | INIT UNKNOWN
            UNKNOWN         | INIT PENDING
            SUCCEEDED       | INIT PENDING FAILED UNKNOWN CLOSED REFUNDING CHARGED_BACK
            FAILED          | INIT PENDING UNKNOWN
            CLOSED          | INIT PENDING UNKNOWN
            REFUNDING       | SUCCEEDED PARTLY_REFUNDED CHARGED_BACK
            PARTLY_REFUNDED | REFUNDING CHARGED_BACK
            REFUNDED        | REFUNDING CHARGED_BACK
            CHARGED_BACK    | SUCCEEDED REFUNDING PARTLY_REFUNDED REFUNDED
            """)
    void a_state_follows_only_these(State state, String before) {
        assertThat(Arrays.stream(State.values()).filter(state::mayFollow).map(State::name).collect(Collectors.joining(" ")))
                .isEqualTo(before == null ? "" : before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUCCEEDED", "REFUNDING", "PARTLY_REFUNDED", "REFUNDED", "CHARGED_BACK"})
    void paid_money_is_never_ended_again(State state) {
        var payment = stored(State.PENDING);
        assertThat(end(payment, State.SUCCEEDED)).isTrue();
        set(payment, state);

        assertThat(end(payment, State.FAILED)).isFalse();
        assertThat(end(payment, State.CLOSED)).isFalse();
        assertThat(end(payment, State.SUCCEEDED)).isFalse();
        assertThat(stateOf(payment)).isEqualTo(state.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"INIT", "PENDING", "UNKNOWN", "FAILED", "CLOSED"})
    void money_that_comes_wins_over_every_unpaid_state(State state) {
        var payment = stored(state);

        assertThat(end(payment, State.SUCCEEDED)).isTrue();
        assertThat(stateOf(payment)).isEqualTo("succeeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "state = 'lost'",
        "returning_minor = 991",
        "state = 'refunding', returning_minor = 5, returned_minor = 6",
        "state = 'succeeded', returning_minor = 5",
        "state = 'charged_back'",
        "state = 'succeeded', charged_back_minor = 5"})
    void the_database_refuses_what_can_not_be(String change) {
        var payment = stored(State.PENDING);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("update payment.payment set " + change + " where payment_id = ?").param(payment.id()).update());
        assertThat(stateOf(payment)).isEqualTo("pending");
    }

    @Test
    void a_view_of_a_provider_that_says_paid_must_say_what() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Seen.unpaid(Seen.State.PAID));
    }

    private Payment stored(State state) {
        var shop = storefront.shop();
        var payment = new Payment(shop.id(), ids.next(), ids.next(), "sandbox", "sandbox-" + shop.id(), 0, Money.of(990, "CNY"), state);
        transaction.executeWithoutResult(status -> payments.add(List.of(payment)));
        return payment;
    }

    private boolean end(Payment payment, State as) {
        return transaction.execute(status -> !payments.end(List.of(payment), as).isEmpty());
    }

    private void set(Payment payment, State state) {
        jdbc.sql("update payment.payment set state = ?, charged_back_minor = ? where payment_id = ?")
                .params(state.text(), state == State.CHARGED_BACK ? 990 : 0, payment.id()).update();
    }

    private String stateOf(Payment payment) {
        return jdbc.sql("select state from payment.payment where payment_id = ?").param(payment.id()).query(String.class).single();
    }
}
