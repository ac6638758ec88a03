package io.wanqu.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.wanqu.kernel.OrderId;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.ordering.settling.CancelOrder;
import io.wanqu.ordering.settling.MeetDeadlines;
import io.wanqu.testing.Api;
import io.wanqu.testing.Buyer;
import io.wanqu.testing.Buyer.Order;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A buyer who needs longer to pay. */
@WanquTest
class ExtensionTest {

    private static final int PLENTY_SECONDS = 900;
    private static final int LAST_UNIT_SECONDS = 180;

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Buyer buyer;
    @Autowired
    private Till till;
    @Autowired
    private CancelOrder cancelOrder;
    @Autowired
    private MeetDeadlines meetDeadlines;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void makes_the_time_to_pay_longer_and_holds_the_stock_for_as_long() {
        var order = buyer.order(market.stall(10), 1, "sandbox");
        var before = deadline(order);
        assertThat(buyer.look(order).path("extendable").asBoolean()).isTrue();

        var answer = extend(order);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(Instant.parse(answer.json().path("deadline").asString())).isEqualTo(before.plusSeconds(PLENTY_SECONDS));
        assertThat(answer.json().path("extendable").asBoolean()).isFalse();
        assertThat(deadline(order)).isEqualTo(before.plusSeconds(PLENTY_SECONDS));
        assertThat(heldUntil(order)).isEqualTo(before.plusSeconds(PLENTY_SECONDS));
    }

    @Test
    void holds_the_last_unit_for_a_short_while_only() {
        var order = buyer.order(market.stall(1), 1, "sandbox");
        var before = deadline(order);

        assertThat(extend(order).status()).isEqualTo(200);

        assertThat(deadline(order)).isEqualTo(before.plusSeconds(LAST_UNIT_SECONDS));
    }

    @Test
    void is_given_once() {
        var order = buyer.order(market.stall(10), 1, "sandbox");
        extend(order);
        var after = deadline(order);

        var again = extend(order);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("ordering.no-more-time");
        assertThat(deadline(order)).isEqualTo(after);
        assertThat(heldUntil(order)).isEqualTo(after);
    }

    @Test
    void is_given_to_whoever_proves_the_order() {
        var order = buyer.order(market.stall(10), 1, "sandbox");
        var before = deadline(order);

        assertThat(api.send("PUT", order.path() + "/extension", null, null, "Order-Token", "another").code()).isEqualTo("ordering.no-such-order");

        assertThat(deadline(order)).isEqualTo(before);
    }

    @Test
    void changes_nothing_of_an_order_that_is_over() {
        var stall = market.stall(10);
        var canceled = buyer.order(stall, 1, "sandbox");
        cancelOrder.cancel(stall.shop().id(), new OrderId(number(canceled)));
        var late = buyer.order(stall, 1, "sandbox");
        jdbc.sql("update ordering.customer_order set deadline = now() where order_id = ?").param(number(late)).update();

        assertThat(extend(canceled).code()).isEqualTo("ordering.wrong-state");
        assertThat(extend(late).code()).isEqualTo("ordering.wrong-state");

        assertThat(extendedSeconds(canceled)).isZero();
        assertThat(extendedSeconds(late)).isZero();
        buyer.awaitState(late, "expired");
        till.assertPool(stall, 10, 0, 0);
    }

    @Test
    void is_refused_where_a_marketplace_has_set_the_time() {
        var order = buyer.order(market.stall(10), 1, "sandbox");
        var held = heldUntil(order);
        jdbc.sql("update ordering.customer_order set external_id = 'theirs-' || order_id where order_id = ?").param(number(order)).update();

        assertThat(buyer.look(order).path("extendable").asBoolean()).isFalse();
        assertThat(extend(order).code()).isEqualTo("ordering.no-more-time");

        assertThat(heldUntil(order)).isEqualTo(held);
        assertThat(extendedSeconds(order)).isZero();
    }

    @Test
    void pressing_twenty_times_at_once_is_one_extension() throws Exception {
        var order = buyer.order(market.stall(40), 1, "sandbox");
        var before = deadline(order);

        var answers = all(IntStream.range(0, 20).<Callable<Api.Answer>>mapToObj(n -> () -> extend(order)).toList());

        assertThat(answers).filteredOn(it -> it.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(it -> it.code().equals("ordering.no-more-time")).hasSize(19);
        assertThat(deadline(order)).isEqualTo(before.plusSeconds(PLENTY_SECONDS));
        assertThat(heldUntil(order)).isEqualTo(before.plusSeconds(PLENTY_SECONDS));
    }

    @Test
    void against_the_clock_an_order_either_expires_or_has_more_time() throws Exception {
        var stall = market.stall(200);
        var orders = IntStream.range(0, 20).mapToObj(n -> buyer.order(stall, 1, "sandbox")).toList();
        jdbc.sql("update ordering.customer_order set deadline = now() + interval '150 milliseconds' where shop_id = ?").param(stall.shop().id().value()).update();
        var acts = new ArrayList<Callable<Integer>>();
        for (var order : orders) {
            acts.add(() -> extend(order).status());
            acts.add(() -> {
                meetDeadlines.meetAll();
                return 0;
            });
        }

        var statuses = all(acts);
        var given = statuses.stream().filter(it -> it == 200).count();
        assertThat(given + statuses.stream().filter(it -> it == 409).count()).isEqualTo(20);

        for (var order : orders) {
            buyer.awaitState(order, extendedSeconds(order) == 0 ? "expired" : "placed");
        }
        assertThat(orders).filteredOn(it -> extendedSeconds(it) > 0).hasSize((int) given);
        till.assertPool(stall, 200 - given, given, 0);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void against_the_payment_every_order_is_served() throws Exception {
        var stall = market.stall(20);
        var placed = new ArrayList<Placed>();
        IntStream.range(0, 20).forEach(n -> placed.add(till.place(stall.order(1))));
        var acts = new ArrayList<Callable<Object>>();
        for (var it : placed) {
            acts.add(() -> till.pay(stall, it));
            acts.add(() -> api.send("PUT", "/api/v1/shops/" + stall.shop().slug() + "/orders/" + it.order() + "/extension", null, null,
                    "Order-Password", "secret-pass").status());
        }

        all(acts);

        assertThat(placed).allSatisfy(it -> assertThat(till.state(stall, it)).isEqualTo("delivered"));
        till.assertPool(stall, 0, 0, 20);
        till.books().assertClean(stall.shop().id());
    }

    private Api.Answer extend(Order order) {
        return api.send("PUT", order.path() + "/extension", null, null, "Order-Token", order.token());
    }

    private Instant deadline(Order order) {
        return Instant.parse(buyer.look(order).path("deadline").asString());
    }

    private Instant heldUntil(Order order) {
        return jdbc.sql("select until from inventory.hold where holder = ?").param(number(order)).query((row, n) -> row.getTimestamp(1).toInstant()).single();
    }

    private int extendedSeconds(Order order) {
        return jdbc.sql("select coalesce(extended_seconds, 0) from ordering.customer_order where order_id = ?").param(number(order)).query(Integer.class).single();
    }

    private static long number(Order order) {
        return Long.parseLong(order.number());
    }

    private static <T> List<T> all(List<? extends Callable<T>> acts) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(acts)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
