package io.wanqu.channel.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.wanqu.channel.MapListings;
import io.wanqu.channel.MapListings.Mapping;
import io.wanqu.channel.invented.Bazaar;
import io.wanqu.channel.invented.Bazaar.Booth;
import io.wanqu.connector.OrderStatus;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class RolloutTest {

    @Autowired
    private Bazaar bazaar;
    @Autowired
    private Market market;
    @Autowired
    private MapListings mapListings;
    @Autowired
    private Api api;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_pilot_sells_its_quota_of_chosen_skus_and_nothing_else() {
        var stall = market.stall(50);
        var second = market.stall(stall.shop(), 40);
        var booth = bazaar.booth("invented-open", stall);
        mapListings.map(booth.key(), List.of(new Mapping("other", "", second.sku())));
        booth.soon().until(() -> told(booth, "game", 50) && told(booth, "other", 40));

        var pilot = stage(booth, "pilot", 5, 3);

        assertThat(pilot.status()).as(pilot.text()).isEqualTo(200);
        booth.soon().until(() -> told(booth, "game", 5) && told(booth, "other", 0));
        assertThat(pilot.json().path("history").path(0).path("from").asString()).isEqualTo("full");
    }

    @Test
    void a_gate_without_enough_orders_lets_nobody_on() {
        var booth = bazaar.booth("invented-open", 50);
        stage(booth, "pilot", 5, 3);

        var full = stage(booth, "full", 5, 3);

        assertThat(full.code()).as(full.text()).isEqualTo("channel.gate-not-passed");
        assertThat(full.json().path("reason").asString()).isEqualTo("orders 0, at least 3");
        assertThat(bazaar.get(booth, "/rollout").json().path("stage").asString()).isEqualTo("pilot");
        assertThat(bazaar.get(booth, "/rollout").json().path("history")).hasSize(1);
    }

    @Test
    void goes_on_when_the_gate_is_passed() {
        var booth = bazaar.booth("invented-open", 50);
        stage(booth, "pilot", 5, 1);
        booth.sell("o-1", OrderStatus.PAID);
        poll(booth);
        booth.soon().until(() -> bazaar.orderStates(booth).equals(List.of("delivered")));

        var full = stage(booth, "full", 5, 1);

        assertThat(full.json().path("stage").asString()).as(full.text()).isEqualTo("full");
        booth.soon().until(() -> told(booth, "game", 49));
    }

    @Test
    void one_oversold_order_steps_back_and_says_why() {
        var booth = bazaar.booth("invented-open", 1);
        stage(booth, "pilot", 1, 100);
        booth.sell("o-1", OrderStatus.PAID);
        booth.sell("o-2", OrderStatus.PAID);
        poll(booth);
        booth.soon().until(() -> bazaar.orderStates(booth).contains("short"));

        var checked = bazaar.send(booth, "POST", "/rollout/checks", null);

        assertThat(checked.json().path("stage").asString()).as(checked.text()).isEqualTo("draft");
        var step = checked.json().path("history").path(0);
        assertThat(step.path("reason").asString()).isEqualTo("oversold 1, at most 0");
        assertThat(step.path("figures").path("orders").asLong()).isEqualTo(2);
        assertThat(step.path("by").asString()).isEqualTo("the gate");
        booth.soon().until(() -> told(booth, "game", 0));
        assertThat(bazaar.send(booth, "POST", "/rollout/checks", null).json().path("history")).hasSize(2);
    }

    @Test
    void refuses_a_quota_that_is_not_there_and_changes_nothing() {
        var booth = bazaar.booth("invented-open", 2);

        var answer = stage(booth, "pilot", 5, 1);

        assertThat(answer.code()).isEqualTo("inventory.quota-too-large");
        assertThat(bazaar.get(booth, "/rollout").json().path("stage").asString()).isEqualTo("full");
        assertThat(bazaar.count(booth, "inventory.allocation", "true")).isZero();
        booth.soon().until(() -> told(booth, "game", 2));
    }

    private void poll(Booth booth) {
        jdbc.sql("update channel.channel set poll_due_at = '-infinity' where shop_id = :shop and channel_id = :channel")
            .params(Map.of("shop", booth.key().shop().value(), "channel", booth.key().channel().value())).update();
    }

    private static boolean told(Booth booth, String product, long stock) {
        return booth.world().stock.getOrDefault(product, -1L) == stock;
    }

    private Answer stage(Booth booth, String stage, int quota, int orders) {
        return bazaar.send(booth, "PUT", "/rollout", """
                {"stage":"%s","skus":["%s"],"reason":"we try it","plan":{"quota":%d,"ordersMin":%d,"windowHours":24,"errorPercentMax":5,
                 "refundPercentMax":10,"latePercentMax":10,"lateMinutes":10}}""".formatted(stage, booth.stall().sku(), quota, orders));
    }
}
