package io.wanqu.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.wanqu.inventory.InventoryProblem;
import io.wanqu.ordering.placing.PlaceAsk;
import io.wanqu.ordering.placing.PlaceOrders;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.ordering.placing.PlaceOutcome.Refused;
import io.wanqu.ordering.settling.CancelOrder;
import io.wanqu.ordering.settling.MeetDeadlines;
import io.wanqu.payment.Notice;
import io.wanqu.payment.SettlesPayments;
import io.wanqu.payment.SettlesPayments.Settlement;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many at the same moment. */
@WanquTest
class RacesTest {

    @Autowired
    private Market market;
    @Autowired
    private Till till;
    @Autowired
    private PlaceOrders placeOrders;
    @Autowired
    private SettlesPayments settles;
    @Autowired
    private CancelOrder cancelOrder;
    @Autowired
    private MeetDeadlines meetDeadlines;

    @Test
    void holds_exactly_what_there_is_for_a_hundred_and_fifty_buyers() throws Exception {
        var stall = market.stall(100);

        var outcomes = together(150, n -> placeOrders.place(stall.order(1)));

        assertThat(outcomes).filteredOn(Placed.class::isInstance).hasSize(100);
        assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(50)
                .allSatisfy(it -> assertThat(((Refused) it).why()).isInstanceOf(InventoryProblem.OutOfStock.class));
        till.assertPool(stall, 0, 100, 0);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void orders_that_name_pools_in_any_order_do_not_block_each_other() throws Exception {
        var first = market.stall(120);
        var stalls = List.of(first, market.stall(first.shop(), 120), market.stall(first.shop(), 120));

        var placed = together(120, n -> till.place(n % 2 == 0 ? stalls : stalls.reversed(), 1));
        together(120, n -> till.pay(first, placed.get(n)));

        stalls.forEach(stall -> till.assertPool(stall, 0, 0, 120));
        till.books().assertClean(first.shop().id());
    }

    @Test
    void one_person_holds_exactly_the_cap_however_fast_the_clicks() throws Exception {
        var stall = market.stall(200);
        var buyer = new PlaceAsk.Buyer("hoarder@example.com", null, null, "198.51.100.7");

        var outcomes = together(100, n -> placeOrders.place(stall.order(1, UUID.randomUUID().toString(), buyer)));

        assertThat(outcomes).filteredOn(Placed.class::isInstance).hasSize(20);
        assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(80)
                .allSatisfy(it -> assertThat(((Refused) it).why()).isInstanceOf(InventoryProblem.TooManyHeld.class));
        till.assertPool(stall, 180, 20, 0);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void one_address_with_many_names_holds_no_more_than_its_share() throws Exception {
        var stall = market.stall(200);

        var outcomes = together(100, n -> placeOrders.place(stall.order(1, UUID.randomUUID().toString(),
                new PlaceAsk.Buyer("name-" + n + "@example.com", null, "device-" + n, "198.51.100.8"))));

        assertThat(outcomes).filteredOn(Placed.class::isInstance).hasSize(20);
        till.assertPool(stall, 180, 20, 0);
    }

    @Test
    void what_an_address_holds_of_other_goods_is_no_part_of_its_share() {
        var large = market.stall(200);
        var small = market.stall(large.shop(), 20);
        for (var n = 0; n < 12; n++) {
            assertThat(placeOrders.place(large.order(1, UUID.randomUUID().toString(), neighbour(n)))).isInstanceOf(Placed.class);
        }

        for (var n = 0; n < 5; n++) {
            assertThat(placeOrders.place(small.order(1, UUID.randomUUID().toString(), neighbour(100 + n)))).isInstanceOf(Placed.class);
        }

        assertThat(placeOrders.place(small.order(1, UUID.randomUUID().toString(), neighbour(200)))).isInstanceOfSatisfying(Refused.class,
                it -> assertThat(it.why()).isInstanceOf(InventoryProblem.TooManyHeld.class));
        till.assertPool(small, 15, 5, 0);
        till.assertPool(large, 188, 12, 0);
    }

    private static PlaceAsk.Buyer neighbour(int n) {
        return new PlaceAsk.Buyer("neighbour-" + n + "@example.com", null, "device-" + n, "198.51.100.9");
    }

    @Test
    void fifty_times_the_same_key_are_one_order() throws Exception {
        var stall = market.stall(50);
        var ask = stall.order(1);

        var outcomes = together(50, n -> till.place(ask));

        assertThat(outcomes).extracting(Placed::order).containsOnly(outcomes.getFirst().order());
        assertThat(outcomes).filteredOn(it -> !it.repeated()).hasSize(1);
        till.assertPool(stall, 49, 1, 0);
    }

    @Test
    void the_same_key_with_two_contents_is_one_order_and_refusals() throws Exception {
        var stall = market.stall(50);
        var key = UUID.randomUUID().toString();

        var outcomes = together(40, n -> placeOrders.place(stall.order(1 + n % 2, key)));

        assertThat(outcomes).filteredOn(Placed.class::isInstance).hasSize(20);
        assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(20)
                .allSatisfy(it -> assertThat(((Refused) it).why().code()).isEqualTo("kernel.idempotency-key-reused"));
        assertThat(till.pool(stall).held()).isBetween(1L, 2L);
        assertThat(till.events(stall.shop().id(), "ordering.order-placed")).isEqualTo(1);
    }

    @Test
    void fifty_times_the_same_callback_settle_once() throws Exception {
        var stall = market.stall(2);
        var placed = till.place(stall.order(1));

        var answers = together(50, n -> till.pay(stall, placed));

        assertThat(answers).filteredOn(Settlement.SETTLED::equals).hasSize(1);
        assertThat(answers).filteredOn(Settlement.REPEATED::equals).hasSize(49);
        till.assertPool(stall, 1, 0, 1);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void the_same_success_under_fifty_event_numbers_settles_once() throws Exception {
        var stall = market.stall(2);
        var good = till.notice(stall, till.place(stall.order(1)));

        var answers = together(50, n -> settles.settle(
                new Notice(good.rail(), "event-" + n, good.shop(), good.payment(), good.payee(), good.amount(), true)));

        assertThat(answers).filteredOn(Settlement.SETTLED::equals).hasSize(1);
        assertThat(till.books().balance(stall.shop().id(), "frozen")).isEqualTo(-Market.PRICE);
        till.assertPool(stall, 1, 0, 1);
    }

    @Test
    void two_shops_may_number_their_events_alike() throws Exception {
        var stalls = List.of(market.stall(1), market.stall(1));
        var placed = stalls.stream().map(stall -> till.place(stall.order(1))).toList();

        var answers = together(2, n -> {
            var good = till.notice(stalls.get(n), placed.get(n));
            return settles.settle(new Notice(good.rail(), "1", good.shop(), good.payment(), good.payee(), good.amount(), true));
        });

        assertThat(answers).containsOnly(Settlement.SETTLED);
        assertThat(till.state(stalls.get(0), placed.get(0))).isEqualTo("delivered");
        assertThat(till.state(stalls.get(1), placed.get(1))).isEqualTo("delivered");
    }

    @Test
    void paying_and_expiring_at_the_same_moment_leaves_every_order_served() throws Exception {
        var stall = market.stall(40);
        var placed = together(40, n -> till.place(stall.order(1)));
        var acts = new ArrayList<Callable<Object>>();
        placed.forEach(it -> {
            acts.add(() -> till.pay(stall, it));
            acts.add(() -> {
                meetDeadlines.meetAll();
                return it;
            });
        });
        till.expire(stall, placed.subList(0, 20));

        all(acts);

        assertThat(placed).allSatisfy(it -> assertThat(till.state(stall, it)).isEqualTo("delivered"));
        till.assertPool(stall, 0, 0, 40);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void canceling_and_paying_at_the_same_moment_ends_in_one_of_both() throws Exception {
        var stall = market.stall(40);
        var placed = together(40, n -> till.place(stall.order(1)));

        var refused = together(80, n -> {
            if (n % 2 == 0) {
                till.pay(stall, placed.get(n / 2));
                return 0;
            }
            try {
                cancelOrder.cancel(stall.shop().id(), placed.get(n / 2).order());
                return 0;
            } catch (OrderingProblem.WrongState e) {
                return 1;
            }
        }).stream().mapToInt(Integer::intValue).sum();

        assertThat(placed).allSatisfy(it -> assertThat(till.state(stall, it)).isEqualTo("delivered"));
        assertThat(till.events(stall.shop().id(), "ordering.order-closed")).isEqualTo(40 - refused);
        till.assertPool(stall, 0, 0, 40);
        till.books().assertClean(stall.shop().id());
    }

    private static <T> List<T> together(int count, Act<T> act) throws Exception {
        return all(IntStream.range(0, count).<Callable<T>>mapToObj(n -> () -> act.run(n)).toList());
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

    private interface Act<T> {
        T run(int n) throws Exception;
    }
}
