package io.wanqu.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.wanqu.fulfilment.OpenDelivery;
import io.wanqu.inventory.sharing.PoolQueries;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.audit.Audit;
import io.wanqu.ordering.placing.PlaceAsk;
import io.wanqu.ordering.placing.PlaceOrders;
import io.wanqu.ordering.placing.PlaceOutcome;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.ordering.placing.PlaceOutcome.Refused;
import io.wanqu.ordering.viewing.OrderQueries;
import io.wanqu.payment.Notice;
import io.wanqu.payment.SettlesPayments;
import io.wanqu.payment.SettlesPayments.Settlement;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class SellTest {

    @Autowired
    private Market market;
    @Autowired
    private PlaceOrders placeOrders;
    @Autowired
    private SettlesPayments settles;
    @Autowired
    private OrderQueries orders;
    @Autowired
    private PoolQueries pools;
    @Autowired
    private OpenDelivery openDelivery;
    @Autowired
    private Audit audit;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void sells_a_card_from_order_to_code() {
        var stall = market.stall(3);

        var placed = place(stall.order(2));
        var settled = settles.settle(paid(stall, placed));

        assertThat(settled).isEqualTo(Settlement.SETTLED);
        assertThat(orders.find(stall.shop().id(), placed.order()).orElseThrow().state()).isEqualTo("delivered");
        assertThat(openDelivery.toBuyer(stall.shop().id(), placed.order().value(), "lin")).hasSize(2)
                .allSatisfy(card -> assertThat(card.code()).startsWith("CODE-" + stall.pool()));
        assertThat(pools.get(stall.shop().id(), stall.pool())).extracting("available", "held", "sold").containsExactly(1L, 0L, 2L);
        assertThat(audit.of(stall.shop().id()).clean()).isTrue();
    }

    @Test
    void tells_once_a_sale_that_there_is_less_to_be_had() {
        var stall = market.stall(3);
        var before = stockChanges(stall);

        var placed = place(stall.order(2));
        var held = stockChanges(stall);
        settles.settle(paid(stall, placed));

        assertThat(held).isEqualTo(before + 1);
        assertThat(stockChanges(stall)).isEqualTo(held);
    }

    private long stockChanges(Stall stall) {
        return jdbc.sql("select count(*) from kernel.event where shop_id = ? and subject = ? and type = 'inventory.stock-changed'")
                .params(stall.shop().id().value(), stall.pool().value()).query(Long.class).single();
    }

    @Test
    void answers_the_same_key_with_the_same_order() {
        var stall = market.stall(3);
        var key = UUID.randomUUID().toString();

        var first = place(stall.order(1, key));
        var second = place(stall.order(1, key));

        assertThat(second).isEqualTo(new Placed(first.order(), first.total(), second.payUntil(), first.payment(),
                first.instruction(), true));
        assertThat(pools.get(stall.shop().id(), stall.pool()).held()).isEqualTo(1);
    }

    @Test
    void refuses_a_key_that_was_used_for_something_else() {
        var stall = market.stall(3);
        var key = UUID.randomUUID().toString();
        place(stall.order(1, key));

        var outcome = placeOrders.place(stall.order(2, key));

        assertThat(outcome).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.why()).isInstanceOf(KernelProblem.IdempotencyKeyReused.class));
        assertThat(pools.get(stall.shop().id(), stall.pool()).held()).isEqualTo(1);
    }

    @Test
    void believes_no_notice_with_another_amount_currency_or_payee() {
        var stall = market.stall(1);
        var placed = place(stall.order(1));
        var good = paid(stall, placed);

        var outcomes = List.of(
                settles.settle(new Notice("sandbox", "a", good.shop(), good.payment(), good.payee(), Money.of(1, "CNY"), true)),
                settles.settle(new Notice("sandbox", "b", good.shop(), good.payment(), good.payee(), Money.of(990, "USD"), true)),
                settles.settle(new Notice("sandbox", "c", good.shop(), good.payment(), "sandbox-1", good.amount(), true)),
                settles.settle(new Notice("sandbox", "d", good.shop(), good.payment() + 1, good.payee(), good.amount(), true)));

        assertThat(outcomes).containsOnly(Settlement.MISMATCH);
        assertThat(orders.find(stall.shop().id(), placed.order()).orElseThrow().state()).isEqualTo("placed");
        assertThat(settles.settle(good)).isEqualTo(Settlement.SETTLED);
    }

    @Test
    void hands_out_every_card_once_to_two_hundred_buyers_whose_rail_repeats_itself() throws Exception {
        var stall = market.stall(150);

        var delivered = new ArrayList<Placed>();
        var buyers = new ArrayList<Callable<PlaceOutcome>>();
        for (var n = 0; n < 200; n++) {
            buyers.add(() -> buy(stall));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var outcome : threads.invokeAll(buyers)) {
                if (outcome.get() instanceof Placed placed) {
                    delivered.add(placed);
                }
            }
        }

        assertThat(delivered).hasSize(150);
        var codes = new HashSet<String>();
        delivered.forEach(placed -> openDelivery.toBuyer(stall.shop().id(), placed.order().value(), "lin")
                .forEach(card -> codes.add(card.code())));
        assertThat(codes).hasSize(150);
        assertThat(pools.get(stall.shop().id(), stall.pool())).extracting("available", "held", "sold").containsExactly(0L, 0L, 150L);
        assertThat(audit.of(stall.shop().id()).clean()).isTrue();
    }

    private PlaceOutcome buy(Stall stall) {
        var outcome = placeOrders.place(stall.order(1));
        if (outcome instanceof Placed placed) {
            settles.settle(paid(stall, placed));
            settles.settle(paid(stall, placed));
        }
        return outcome;
    }

    private Placed place(PlaceAsk ask) {
        return switch (placeOrders.place(ask)) {
            case Placed placed -> placed;
            case Refused refused -> throw refused.why();
        };
    }

    private static Notice paid(Stall stall, Placed placed) {
        return new Notice("sandbox", "paid-" + placed.payment(), stall.shop().id(), placed.payment(),
                "sandbox-" + stall.shop().id(), placed.total(), true);
    }
}
