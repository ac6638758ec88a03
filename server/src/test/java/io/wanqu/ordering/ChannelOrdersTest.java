package io.wanqu.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.ordering.ChannelSale.Standing;
import io.wanqu.ordering.row.Orders;
import io.wanqu.ordering.viewing.OrderFilter;
import io.wanqu.ordering.viewing.OrderFilter;
import io.wanqu.ordering.viewing.OrderQueries;
import io.wanqu.ordering.viewing.OrderView;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders that stand on a channel, told in any order and more than once. */
@WanquTest
class ChannelOrdersTest {

    @Autowired
    private Market market;
    @Autowired
    private Till till;
    @Autowired
    private TakeChannelOrders takeChannelOrders;
    @Autowired
    private OrderQueries orders;
    @Autowired
    private Ids ids;

    private Stall stall;
    private ChannelId channel;

    @BeforeEach
    void aChannelThatSellsThreeCards() {
        stall = market.stall(3);
        channel = new ChannelId(ids.next());
    }

    @Test
    void an_awaited_order_holds_and_a_paid_one_is_delivered() {
        tell(Standing.AWAITED, "A1");
        till.assertPool(stall, 2, 1, 0);
        assertThat(order("A1")).extracting("state", "payment").containsExactly("placed", "unpaid");

        tell(Standing.PAID, "A1");

        till.assertPool(stall, 2, 0, 1);
        assertThat(order("A1")).extracting("state", "late").containsExactly("delivered", false);
        assertThat(till.books().balance(stall.shop().id(), receivable())).isEqualTo(800);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void an_order_that_is_told_as_paid_at_first_is_delivered_once() {
        tell(Standing.PAID, "A1");
        tell(Standing.PAID, "A1");
        tell(Standing.AWAITED, "A1");

        assertThat(order("A1")).extracting("state", "late").containsExactly("delivered", false);
        till.assertPool(stall, 2, 0, 1);
        assertThat(till.events(stall.shop().id(), "ordering.order-delivered")).isEqualTo(1);
        assertThat(till.books().balance(stall.shop().id(), receivable())).isEqualTo(800);
    }

    @Test
    void a_page_that_names_an_order_twice_counts_the_later_telling() {
        takeChannelOrders.take(stall.shop().id(), channel, List.of(sale(Standing.AWAITED, "A1"), sale(Standing.PAID, "A1")));

        assertThat(order("A1").state()).isEqualTo("delivered");
        till.assertPool(stall, 2, 0, 1);
    }

    @Test
    void closing_after_payment_changes_nothing() {
        tell(Standing.PAID, "A1");

        tell(Standing.CLOSED, "A1");

        assertThat(order("A1").state()).isEqualTo("delivered");
        till.assertPool(stall, 2, 0, 1);
    }

    @Test
    void a_payment_after_closing_is_served_late() {
        tell(Standing.AWAITED, "A1");
        tell(Standing.CLOSED, "A1");
        till.assertPool(stall, 3, 0, 0);
        assertThat(order("A1").state()).isEqualTo("canceled");

        tell(Standing.PAID, "A1");

        assertThat(order("A1")).extracting("state", "late").containsExactly("delivered", true);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void a_refund_before_payment_was_told_gives_the_stock_back() {
        tell(Standing.AWAITED, "A1");

        tell(Standing.REFUNDED, "A1");

        assertThat(order("A1").state()).isEqualTo("canceled");
        till.assertPool(stall, 3, 0, 0);
        assertThat(till.books().balance(stall.shop().id(), receivable())).isZero();
    }

    @Test
    void a_refund_after_delivery_returns_the_money_and_not_the_card() {
        tell(Standing.PAID, "A1");

        tell(Standing.REFUNDED, "A1");
        tell(Standing.REFUNDED, "A1");

        assertThat(order("A1")).extracting("state", "payment", "settlement").containsExactly("refunded", "refunded", "returned");
        till.assertPool(stall, 2, 0, 1);
        assertThat(till.books().balance(stall.shop().id(), receivable())).isZero();
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void a_refund_of_an_order_that_waits_sells_nothing() {
        tell(Standing.PAID, "A1", "A2", "A3", "A4");
        assertThat(order("A4").state()).isEqualTo("short");

        tell(Standing.REFUNDED, "A4");
        market.load(stall, 1);

        assertThat(order("A4").state()).isEqualTo("refunded");
        till.assertPool(stall, 1, 0, 3);
        assertThat(till.books().balance(stall.shop().id(), receivable())).isEqualTo(2_400);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void a_confirmed_order_earns_its_money_and_loses_it_by_a_later_refund() {
        tell(Standing.PAID, "A1");

        tell(Standing.CONFIRMED, "A1");
        tell(Standing.CONFIRMED, "A1");
        assertThat(order("A1")).extracting("state", "settlement").containsExactly("confirmed", "released");
        assertThat(till.books().balance(stall.shop().id(), "merchant")).isEqualTo(-800);
        tell(Standing.REFUNDED, "A1");

        assertThat(order("A1").state()).isEqualTo("refunded");
        assertThat(till.books().balance(stall.shop().id(), "merchant")).isZero();
        assertThat(till.books().balance(stall.shop().id(), "frozen")).isZero();
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void an_unknown_order_that_is_over_is_not_taken_in() {
        tell(Standing.CLOSED, "A1");
        tell(Standing.REFUNDED, "A2");
        tell(Standing.CONFIRMED, "A3");

        assertThat(orders.list(stall.shop().id(), OrderFilter.ALL, Long.MAX_VALUE, 10).items()).isEmpty();
        till.assertPool(stall, 3, 0, 0);
    }

    @Test
    void the_same_number_on_another_channel_is_another_order() {
        tell(Standing.PAID, "A1");
        channel = new ChannelId(ids.next());
        tell(Standing.PAID, "A1");

        till.assertPool(stall, 1, 0, 2);
    }

    @Test
    void pages_with_the_same_orders_at_once_deliver_each_once() throws Exception {
        market.load(stall, 97);
        var page = IntStream.range(0, 50).mapToObj(n -> sale(Standing.PAID, "A" + n)).toList();
        var acts = new ArrayList<Callable<Object>>();
        for (var n = 0; n < 16; n++) {
            var told = n % 2 == 0 ? page : page.reversed();
            acts.add(() -> {
                takeChannelOrders.take(stall.shop().id(), channel, told);
                return told;
            });
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(acts)) {
                done.get();
            }
        }

        till.assertPool(stall, 50, 0, 50);
        assertThat(till.events(stall.shop().id(), "ordering.order-delivered")).isEqualTo(50);
        assertThat(till.books().balance(stall.shop().id(), receivable())).isEqualTo(50 * 800);
        till.books().assertClean(stall.shop().id());
    }

    private void tell(Standing standing, String... numbers) {
        takeChannelOrders.take(stall.shop().id(), channel, List.of(numbers).stream().map(number -> sale(standing, number)).toList());
    }

    private ChannelSale sale(Standing standing, String number) {
        return new ChannelSale(stall.shop().id(), channel, number, standing,
                List.of(new ChannelSale.Line(number + "-1", stall.sku(), stall.pool(), "rare game", 1, Money.of(800, "CNY"))));
    }

    private OrderView order(String number) {
        return orders.list(stall.shop().id(), OrderFilter.ALL, Long.MAX_VALUE, 200).items().stream()
                .filter(it -> number.equals(it.externalId())).findFirst().orElseThrow();
    }

    private String receivable() {
        return "receivable:channel:" + channel;
    }
}
