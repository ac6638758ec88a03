package io.wanqu.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Executors;

import io.wanqu.channel.invented.Bazaar;
import io.wanqu.channel.invented.Bazaar.Booth;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.OrderStatus;
import io.wanqu.inventory.sharing.PoolQueries;
import io.wanqu.kernel.audit.Invariant;
import io.wanqu.ordering.placing.PlaceOrders;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WanquTest
class ConsignmentTest {

    @Autowired
    private Bazaar bazaar;
    @Autowired
    private Market market;
    @Autowired
    private PlaceOrders placeOrders;
    @Autowired
    private PoolQueries pools;
    @Autowired
    private List<Invariant> invariants;
    @Autowired
    private Api api;

    @Test
    void lies_there_and_is_sold_to_nobody_else() {
        var booth = consigned(5, 3);

        assertThat(booth.world().depot.values().iterator().next()).hasSize(3);
        assertThat(pools.get(booth.key().shop(), booth.stall().pool())).extracting("available", "consigned", "sold").containsExactly(2L, 3L, 0L);
        assertThat(placeOrders.place(booth.stall().order(3)).toString()).contains("Refused");
        assertThat(violations(booth)).isEmpty();
    }

    @Test
    void a_sale_takes_the_code_that_the_channel_names_and_is_not_told_again() {
        var booth = consigned(5, 3);
        var handed = booth.world().depot.values().iterator().next().get(1);
        booth.world().codes.put("c-1-1", List.of(handed));
        booth.sell("c-1", OrderStatus.DELIVERED);

        bazaar.send(booth, "POST", "/poll", null);

        booth.soon().until(() -> bazaar.orderStates(booth).equals(List.of("delivered")));
        assertThat(pools.get(booth.key().shop(), booth.stall().pool())).extracting("available", "consigned", "sold").containsExactly(2L, 2L, 1L);
        booth.soon().until(() -> bazaar.count(booth, "channel.write_back", "state = 'done' and last_code = 'consigned'") == 1);
        assertThat(booth.world().deliveries).isEmpty();
        assertThat(violations(booth)).isEmpty();
    }

    @Test
    void a_code_that_does_not_lie_there_is_no_sale_and_calls_a_person() {
        var booth = consigned(5, 3);
        booth.world().codes.put("c-2-1", List.of(new Delivery.Code("not ours", null, "x")));
        booth.sell("c-2", OrderStatus.DELIVERED);

        bazaar.send(booth, "POST", "/poll", null);

        booth.soon().until(() -> bazaar.get(booth, "/alerts").text().contains("consigned-code-unknown"));
        assertThat(bazaar.orderStates(booth)).isEmpty();
        assertThat(violations(booth)).isEmpty();
    }

    @Test
    void what_is_unsold_comes_back() {
        var booth = consigned(5, 3);
        var id = bazaar.get(booth, "/consignments").json().path(0).path("id").asString();

        assertThat(bazaar.send(booth, "POST", "/consignments/" + id + "/recall", "{}").status()).isEqualTo(422);
        var answer = bazaar.send(booth, "POST", "/consignments/" + id + "/recall", "{\"removedThere\":true}");

        assertThat(answer.json().path("state").asString()).isEqualTo("recalled");
        assertThat(answer.json().path("recalled").asInt()).isEqualTo(3);
        assertThat(pools.get(booth.key().shop(), booth.stall().pool())).extracting("available", "consigned").containsExactly(5L, 0L);
        assertThat(violations(booth)).isEmpty();
    }

    @Test
    void refuses_more_than_there_is_and_channels_that_keep_nothing() {
        var booth = bazaar.booth("invented-depot", 2);
        var open = bazaar.booth("invented-open", booth.stall());

        assertThat(consign(booth, 3).code()).isEqualTo("inventory.out-of-stock");
        assertThat(consign(open, 1).code()).isEqualTo("channel.keeps-no-cards");

        assertThat(pools.get(booth.key().shop(), booth.stall().pool())).extracting("available", "consigned").containsExactly(2L, 0L);
        assertThat(bazaar.count(booth, "channel.consignment", "true")).isZero();
    }

    @Test
    void one_pool_serves_three_custodies_at_once() {
        var depot = consigned(60, 20);
        var open = bazaar.booth("invented-open", depot.stall());
        var buying = bazaar.booth("invented-buying", depot.stall());
        bazaar.send(buying, "PUT", "/credit", "{\"limitMinor\":1000000}");
        var handed = depot.world().depot.values().iterator().next();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0; n < 10; n++) {
                var number = n;
                depot.world().codes.put("d-" + n + "-1", List.of(handed.get(n)));
                depot.sell("d-" + n, OrderStatus.DELIVERED);
                open.sell("o-" + n, OrderStatus.PAID);
                threads.submit(() -> placeOrders.place(depot.stall().order(1)));
                threads.submit(() -> api.get("/api/v1/channel-supply/%s/%s/order?number=b-%d&goods=game&quantity=1&most=5000"
                        .formatted(buying.key().shop(), buying.key().channel(), number), null));
            }
            bazaar.send(depot, "POST", "/poll", null);
            bazaar.send(open, "POST", "/poll", null);
        }

        depot.soon().until(() -> bazaar.orderStates(depot).stream().filter("delivered"::equals).count() == 10);
        depot.soon().until(() -> bazaar.orderStates(open).stream().filter("delivered"::equals).count() == 10);
        assertThat(bazaar.orderStates(buying)).hasSize(10).containsOnly("delivered");
        assertThat(pools.get(depot.key().shop(), depot.stall().pool())).extracting("loaded", "available", "held", "consigned", "sold")
                .containsExactly(60L, 10L, 10L, 10L, 30L);
        assertThat(violations(depot)).isEmpty();
        depot.soon().until(() -> open.world().stock.getOrDefault("game", 0L) == 10);
    }

    private Booth consigned(int keys, int count) {
        var booth = bazaar.booth("invented-depot", keys);
        assertThat(consign(booth, count).status()).isEqualTo(202);
        booth.soon().until(() -> bazaar.count(booth, "channel.consignment", "state = 'handed'") == 1);
        return booth;
    }

    private Api.Answer consign(Booth booth, int count) {
        return bazaar.send(booth, "POST", "/consignments", "{\"sku\":\"%s\",\"count\":%d}".formatted(booth.stall().sku().text(), count));
    }

    private List<String> violations(Booth booth) {
        return invariants.stream().flatMap(it -> it.violations(booth.key().shop()).stream()).toList();
    }
}
