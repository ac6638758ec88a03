package io.wanqu.ordering;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.wanqu.inventory.InventoryProblem;
import io.wanqu.inventory.sharing.PoolQueries;
import io.wanqu.inventory.waiting.WaitingList;
import io.wanqu.kernel.audit.Audit;
import io.wanqu.ordering.placing.PlaceAsk;
import io.wanqu.ordering.placing.PlaceOrders;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.ordering.placing.PlaceOutcome.Refused;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WanquTest
class WaitingTest {

    @Autowired
    private Market market;
    @Autowired
    private WaitingList waitingList;
    @Autowired
    private PlaceOrders placeOrders;
    @Autowired
    private PoolQueries pools;
    @Autowired
    private Audit audit;

    @Test
    void offers_what_comes_to_those_who_wait_in_their_order() {
        var stall = market.stall(0);
        var first = join(stall, "mei@example.com", 2);
        var second = join(stall, "lin@example.com", 1);

        market.load(stall, 2);

        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(look(stall, first).state()).isEqualTo("offered"));
        assertThat(look(stall, second)).extracting("state", "ahead").containsExactly("waiting", 0L);
        assertThat(audit.of(stall.shop().id()).clean()).isTrue();
    }

    @Test
    void lets_only_the_one_who_waited_order_what_was_set_aside() {
        var stall = market.stall(0);
        var place = join(stall, "mei@example.com", 1);
        market.load(stall, 1);
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(look(stall, place).state()).isEqualTo("offered"));

        var walkIn = placeOrders.place(stall.order(1));
        var order = stall.order(1);
        var waited = placeOrders.place(new PlaceAsk(order.shop(), order.channel(), order.lines(), order.buyer(), order.rail(), null,
                order.requestKey(), Long.valueOf(place.id())));

        assertThat(walkIn).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.why()).isInstanceOf(InventoryProblem.OutOfStock.class));
        assertThat(waited).isInstanceOf(Placed.class);
        assertThat(look(stall, place).state()).isEqualTo("taken");
        assertThat(pools.get(stall.shop().id(), stall.pool()).held()).isEqualTo(1);
        assertThat(audit.of(stall.shop().id()).clean()).isTrue();
    }

    @Test
    void keeps_stock_from_walk_ins_while_somebody_waits() {
        var stall = market.stall(1);
        join(stall, "mei@example.com", 3);

        assertThat(placeOrders.place(stall.order(1))).isInstanceOf(Refused.class);
    }

    @Test
    void refuses_a_second_place_for_the_same_person_and_a_wrong_token() {
        var stall = market.stall(0);
        var place = join(stall, "mei@example.com", 1);

        assertThatExceptionOfType(InventoryProblem.AlreadyWaiting.class).isThrownBy(() -> join(stall, "mei@example.com", 1));
        assertThatExceptionOfType(InventoryProblem.NotWaiting.class)
                .isThrownBy(() -> waitingList.look(stall.shop().id(), Long.parseLong(place.id()), "0000"));
        assertThat(audit.of(stall.shop().id()).clean()).isTrue();
    }

    @Test
    void frees_the_queue_when_somebody_leaves() {
        var stall = market.stall(0);
        var first = join(stall, "mei@example.com", 1);
        var second = join(stall, "lin@example.com", 1);

        waitingList.leave(stall.shop().id(), Long.parseLong(first.id()), first.token());
        market.load(stall, 1);

        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(look(stall, second).state()).isEqualTo("offered"));
        assertThat(look(stall, first).state()).isEqualTo("left");
    }

    private WaitingList.Place join(Stall stall, String contact, int quantity) {
        return waitingList.join(stall.shop().id(), stall.shop().page(), stall.pool(), quantity, contact);
    }

    private WaitingList.Place look(Stall stall, WaitingList.Place place) {
        return waitingList.look(stall.shop().id(), Long.parseLong(place.id()), place.token());
    }
}
