package io.wanqu.ordering;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;

import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.ordering.settling.CancelOrder;
import io.wanqu.payment.SettlesPayments.Settlement;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of orders whose time runs out, before and after they are paid. */
@WanquTest
class LatePaymentTest {

    @Autowired
    private CancelOrder cancelOrder;

    @Autowired
    private Market market;
    @Autowired
    private Till till;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void an_order_that_nobody_pays_expires_and_gives_everything_back() {
        var stall = market.stall(3);
        var placed = till.place(stall.order(2));
        till.assertPool(stall, 1, 2, 0);

        till.runOut(stall, List.of(placed), "expired");

        till.assertPool(stall, 3, 0, 0);
        assertThat(till.paymentState(stall, placed)).isEqualTo("closed");
        assertThat(till.order(stall, placed.order())).extracting("deadline", "payment").containsExactly(null, "unpaid");
        assertThat(till.events(stall.shop().id(), "ordering.order-closed")).isEqualTo(1);
        till.books().assertClean(stall.shop().id());
    }

    /** Its hold names a pool that is not there, so that it can't be let go. */
    @Test
    void an_order_that_can_not_be_moved_on_holds_up_no_other() {
        var stall = market.stall(3);
        var stuck = till.place(stall.order(1));
        var others = List.of(till.place(stall.order(1)), till.place(stall.order(1)));
        var moved = "update inventory.hold set pool_id = ? where shop_id = ? and holder = ?";
        jdbc.sql(moved).params(1L, stall.shop().id().value(), stuck.order().value()).update();
        till.expire(stall, List.of(stuck));

        till.runOut(stall, others, "expired");

        assertThat(till.state(stall, stuck)).isEqualTo("placed");
        till.assertPool(stall, 2, 1, 0);
        jdbc.sql(moved).params(stall.pool().value(), stall.shop().id().value(), stuck.order().value()).update();
        till.runOut(stall, List.of(stuck), "expired");
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void picked_cards_can_be_picked_again_after_the_order_expired() {
        var stall = market.stall(0);
        var cards = market.load(stall, List.of("NUMBER-8888", "NUMBER-6666"));
        var placed = till.place(stall.choosing(cards.subList(0, 1), key()));
        assertThat(till.refusal(stall.choosing(cards.subList(0, 1), key()))).isInstanceOf(OrderingProblem.ChosenTaken.class);
        till.assertPool(stall, 1, 1, 0);

        till.runOut(stall, List.of(placed), "expired");

        assertThat(till.pay(stall, till.place(stall.choosing(cards.subList(0, 1), key())))).isEqualTo(Settlement.SETTLED);
        till.assertPool(stall, 1, 0, 1);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void a_late_payment_is_served_when_stock_is_left() {
        var stall = market.stall(1);
        var placed = till.place(stall.order(1));
        till.runOut(stall, List.of(placed), "expired");

        assertThat(till.pay(stall, placed)).isEqualTo(Settlement.SETTLED);

        assertThat(till.order(stall, placed.order())).extracting("state", "late", "payment").containsExactly("delivered", true, "paid");
        assertThat(till.paymentState(stall, placed)).isEqualTo("succeeded");
        till.assertPool(stall, 0, 0, 1);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void a_late_payment_without_stock_waits_with_a_deadline_and_a_notice() {
        var stall = market.stall(1);
        var late = lateWithoutStock(stall, 1).getFirst();

        var order = till.order(stall, late.order());
        assertThat(order).extracting("state", "late", "fulfilment").containsExactly("paid_late", true, "waiting");
        assertThat(order.deadline()).isAfter(order.paidAt());
        assertThat(till.events(stall.shop().id(), "ordering.order-owed")).isEqualTo(1);
        till.assertPool(stall, 0, 0, 1);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void those_who_wait_are_served_in_the_order_in_which_they_paid() {
        var stall = market.stall(3);
        var waiting = lateWithoutStock(stall, 3);

        market.load(stall, 1);
        till.awaitState(stall, waiting.get(0).order(), "delivered");
        assertThat(waiting.subList(1, 3)).allSatisfy(it -> assertThat(till.state(stall, it)).isEqualTo("paid_late"));
        market.load(stall, 1);
        till.awaitState(stall, waiting.get(1).order(), "delivered");

        assertThat(till.state(stall, waiting.get(2))).isEqualTo("paid_late");
        till.assertPool(stall, 0, 0, 5);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void who_waits_in_vain_gets_the_money_back() {
        var stall = market.stall(1);
        var late = lateWithoutStock(stall, 1).getFirst();
        var frozen = till.books().balance(stall.shop().id(), "frozen");

        till.runOut(stall, List.of(late), "refunded");

        assertThat(till.order(stall, late.order())).extracting("payment", "settlement", "deadline")
                .containsExactly("refunded", "returned", null);
        assertThat(till.books().balance(stall.shop().id(), "frozen")).isEqualTo(frozen + Market.PRICE);
        assertThat(till.events(stall.shop().id(), "ordering.order-given-up")).isEqualTo(1);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void an_order_is_delivered_in_part_and_the_rest_when_it_comes() {
        var stalls = two();
        var placed = partial(stalls);

        market.load(stalls.get(1), 1);
        till.awaitState(stalls.getFirst(), placed.order(), "delivered");

        assertThat(till.order(stalls.getFirst(), placed.order())).extracting("fulfilment", "payment").containsExactly("delivered", "paid");
        till.assertPool(stalls.get(0), 1, 0, 1);
        till.assertPool(stalls.get(1), 0, 0, 2);
        till.books().assertClean(stalls.getFirst().shop().id());
    }

    @Test
    void what_is_missing_of_an_order_is_refunded_and_the_rest_stays_delivered() {
        var stalls = two();
        var placed = partial(stalls);

        till.runOut(stalls.getFirst(), List.of(placed), "delivered");

        assertThat(till.order(stalls.getFirst(), placed.order())).extracting("fulfilment", "payment")
                .containsExactly("delivered", "part_refunded");
        assertThat(till.order(stalls.getFirst(), placed.order()).lines()).extracting("state").containsExactly("delivered", "refunded");
        assertThat(till.books().balance(stalls.getFirst().shop().id(), "frozen")).isEqualTo(-2 * Market.PRICE);
        till.runOut(stalls.getFirst(), List.of(placed), "confirmed");
        assertThat(till.books().balance(stalls.getFirst().shop().id(), "merchant")).isEqualTo(-Market.PRICE);
        till.books().assertClean(stalls.getFirst().shop().id());
    }

    @Test
    void late_money_for_a_canceled_order_goes_straight_back_when_the_shop_says_so() {
        var stall = market.stall(1);
        var placed = till.place(stall.order(1));
        jdbc.sql("insert into ordering.late_rule (shop_id, canceled, changed_by) values (?, 'refund', 'a test')")
            .param(stall.shop().id().value()).update();
        cancelOrder.cancel(stall.shop().id(), placed.order());

        assertThat(till.pay(stall, placed)).isEqualTo(Settlement.SETTLED);

        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(till.paymentState(stall, placed)).isEqualTo("refunded"));
        assertThat(till.state(stall, placed)).isEqualTo("canceled");
        assertThat(till.events(stall.shop().id(), "ordering.late-payment-returned")).isEqualTo(1);
        assertThat(till.books().balance(stall.shop().id(), "receivable:sandbox")).isZero();
        till.assertPool(stall, 1, 0, 0);
        till.books().assertClean(stall.shop().id());
    }

    /** Two of three are handed over; the third never comes. */
    @Test
    void only_what_was_not_handed_over_of_a_line_is_refunded() {
        var stall = market.stall(3);
        var placed = till.place(stall.order(3));
        jdbc.sql("update vault.card set expires_at = now() - interval '1 day' where shop_id = ? and card_id = (select min(card_id) from vault.card where shop_id = ?)")
            .params(stall.shop().id().value(), stall.shop().id().value()).update();
        till.pay(stall, placed);

        till.runOut(stall, List.of(placed), "delivered");

        assertThat(till.order(stall, placed.order()).lines()).extracting("quantity", "state")
                .containsExactly(tuple(2, "delivered"), tuple(1, "refunded"));
        assertThat(till.books().balance(stall.shop().id(), "receivable:sandbox")).isEqualTo(2 * Market.PRICE);
        assertThat(till.events(stall.shop().id(), "ordering.order-given-up")).isEqualTo(1);
        till.runOut(stall, List.of(placed), "confirmed");
        assertThat(till.books().balance(stall.shop().id(), "merchant")).isEqualTo(-2 * Market.PRICE);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void a_second_payment_for_the_same_order_goes_straight_back() {
        var stall = market.stall(2);
        var placed = till.place(stall.order(1));
        var second = anotherPayment(stall, placed);

        assertThat(till.pay(stall, placed)).isEqualTo(Settlement.SETTLED);
        assertThat(till.pay(stall, second)).isEqualTo(Settlement.SETTLED);

        await().atMost(60, SECONDS).untilAsserted(() ->
                assertThat(till.books().balance(stall.shop().id(), "receivable:sandbox")).isEqualTo(Market.PRICE));
        assertThat(till.state(stall, placed)).isEqualTo("delivered");
        till.assertPool(stall, 1, 0, 1);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void the_return_of_a_second_payment_does_not_end_an_order_that_is_owed() {
        var stall = market.stall(1);
        var late = lateWithoutStock(stall, 1).getFirst();
        till.pay(stall, anotherPayment(stall, late));
        await().atMost(60, SECONDS).until(() -> till.events(stall.shop().id(), "payment.refund-succeeded") == 1);

        till.runOut(stall, List.of(late), "refunded");

        assertThat(till.events(stall.shop().id(), "payment.refund-succeeded")).isEqualTo(2);
        assertThat(till.books().balance(stall.shop().id(), "receivable:sandbox")).isEqualTo(Market.PRICE);
        till.books().assertClean(stall.shop().id());
    }

    /** The pool promises what the vault can't give: a card has expired and nobody has taken it out yet. */
    @Test
    void a_line_that_is_handed_over_in_part_counts_each_unit_once() {
        var stall = market.stall(3);
        var placed = till.place(stall.order(3));
        jdbc.sql("update vault.card set expires_at = now() - interval '1 day' where shop_id = ? and card_id = (select min(card_id) from vault.card where shop_id = ?)")
            .params(stall.shop().id().value(), stall.shop().id().value()).update();

        till.pay(stall, placed);
        assertThat(till.state(stall, placed)).isEqualTo("short");
        till.assertPool(stall, 1, 0, 2);
        market.load(stall, 1);
        till.awaitState(stall, placed.order(), "delivered");

        till.assertPool(stall, 1, 0, 3);
        till.books().assertClean(stall.shop().id());
    }

    /** Everything is sold to somebody else before these pay, one after the other. */
    private List<Placed> lateWithoutStock(Stall stall, int buyers) {
        var late = java.util.stream.IntStream.range(0, buyers).mapToObj(n -> till.place(stall.order(1))).toList();
        till.runOut(stall, late, "expired");
        for (var n = till.pool(stall).available(); n > 0; n--) {
            till.pay(stall, till.place(stall.order(1)));
        }
        late.reversed().forEach(it -> till.pay(stall, it));
        return late.reversed();
    }

    private List<Stall> two() {
        var first = market.stall(2);
        return List.of(first, market.stall(first.shop(), 1));
    }

    /** An order for one of each, paid late, when only the first is left. */
    private Placed partial(List<Stall> stalls) {
        var placed = till.place(stalls, 1);
        till.runOut(stalls.getFirst(), List.of(placed), "expired");
        till.pay(stalls.get(1), till.place(stalls.get(1).order(1)));
        till.pay(stalls.getFirst(), placed);
        assertThat(till.order(stalls.getFirst(), placed.order())).extracting("state", "fulfilment").containsExactly("partial", "partial");
        return placed;
    }

    private Placed anotherPayment(Stall stall, Placed placed) {
        jdbc.sql("""
                insert into payment.payment (shop_id, payment_id, subject, rail, payee, amount_minor, currency)
                select shop_id, payment_id + 1, subject, rail, payee, amount_minor, currency
                  from payment.payment
                 where shop_id = ? and payment_id = ?
                """).params(stall.shop().id().value(), placed.payment()).update();
        return new Placed(placed.order(), placed.total(), placed.payUntil(), placed.payment() + 1, placed.instruction(), false);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
