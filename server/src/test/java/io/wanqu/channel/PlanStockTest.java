package io.wanqu.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.wanqu.channel.invented.Bazaar;
import io.wanqu.channel.invented.Bazaar.Booth;
import io.wanqu.inventory.AllocationRule;
import io.wanqu.inventory.SellableStock;
import io.wanqu.inventory.sharing.SetAllocation;
import io.wanqu.ordering.placing.PlaceOrders;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WanquTest
class PlanStockTest {

    private static final int SALES = 600;
    private static final int GATHER_MILLIS = 200;

    @Autowired
    private Bazaar bazaar;
    @Autowired
    private Market market;
    @Autowired
    private PlaceOrders placeOrders;
    @Autowired
    private SetAllocation setAllocation;
    @Autowired
    private SellableStock sellable;

    @Test
    void six_channels_hear_the_truth_with_few_calls_however_much_is_sold() {
        var stall = market.stall(2_000);
        var booths = IntStream.range(0, 6).mapToObj(n -> bazaar.booth("invented-open", stall)).toList();
        setAllocation.set(stall.shop().id(), stall.pool(), booths.getFirst().key().channel(),
                new AllocationRule(AllocationRule.Mode.SHARED, 0, 0, 0, 50, 0, 0, 0, null, 0), "mei");
        booths.getFirst().soon().until(() -> booths.getFirst().world().stock.getOrDefault("game", 0L) == 1_000);
        booths.forEach(booth -> booth.soon().until(() -> booth.world().stock.getOrDefault("game", 0L) >= 1_000));
        booths.forEach(booth -> booth.world().stockCalls.set(0));
        var began = System.nanoTime();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, SALES).forEach(n -> threads.submit(() -> placeOrders.place(stall.order(1))));
        }

        for (var booth : booths) {
            booth.soon().until(() -> bazaar.count(booth, "channel.stock_push", "due_at is null and acknowledged = pushed") == 1
                    && booth.world().stock.get("game") == truth(booth));
        }
        var millis = (System.nanoTime() - began) / 1_000_000;
        assertThat(truth(booths.getLast())).isEqualTo(2_000 - SALES);
        assertThat(truth(booths.getFirst())).isEqualTo((2_000 - SALES) / 2);
        assertThat(booths).allSatisfy(booth ->
                assertThat(booth.world().stockCalls.get()).isBetween(1, (int) (millis / GATHER_MILLIS) + 2));
    }

    @Test
    void little_stock_is_told_at_once_and_never_too_high_in_the_end() {
        var stall = market.stall(4);
        var booth = bazaar.booth("invented-open", stall);
        booth.soon().until(() -> booth.world().stock.getOrDefault("game", 0L) == 4);

        IntStream.range(0, 4).forEach(n -> placeOrders.place(stall.order(1)));

        booth.soon().until(() -> booth.world().stock.get("game") == 0);
        assertThat(bazaar.count(booth, "channel.stock_push", "pushed = 0")).isEqualTo(1);
    }

    @Test
    void many_listings_share_a_call() {
        var stall = market.stall(50);
        var booth = bazaar.booth("invented-open", stall);
        var json = IntStream.range(0, 45).mapToObj(n -> "{\"externalProduct\":\"game-%d\",\"externalSku\":\"\",\"sku\":\"%s\"}"
                .formatted(n, stall.sku().text())).collect(Collectors.joining(",", "[", "]"));
        booth.soon().until(() -> booth.world().stock.size() == 1);
        booth.world().stockCalls.set(0);

        bazaar.send(booth, "PUT", "/listings", json);

        booth.soon().until(() -> booth.world().stock.size() == 46);
        assertThat(booth.world().stockCalls).hasValue(3);
    }

    private long truth(Booth booth) {
        return sellable.pushes(booth.key().shop(), booth.key().channel(), List.of(booth.stall().pool())).get(booth.stall().pool()).quantity();
    }
}
