package io.wanqu.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.wanqu.channel.invented.InventedWorld.Sale;
import io.wanqu.channel.invented.Bazaar;
import io.wanqu.channel.invented.Bazaar.Booth;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.OrderStatus;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.OneDay;
import io.wanqu.testing.WanquTest;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class ReconciliationTest {

    @Autowired
    private Bazaar bazaar;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Api api;

    private LocalDate today;

    @BeforeEach
    void thisDay() {
        OneDay.begins();
        today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void finds_nothing_when_all_is_the_same() {
        var booth = traded(3);

        assertThat(reconcile(booth).path("differences")).isEmpty();
        assertThat(bazaar.count(booth, "channel.reconciliation", "state = 'done' and orders = 3 and differences = 0")).isEqualTo(1);
    }

    @Test
    void finds_an_order_that_never_came_in_and_takes_it_in() {
        var booth = traded(1);
        booth.world().sell(new Sale("lost-1", "game", 1, 990, Instant.now().minus(Duration.ofSeconds(1))), OrderStatus.PAID);

        var found = reconcile(booth).path("differences").path(0);
        assertThat(found.path("code").asString()).isEqualTo("order-missing-here");
        assertThat(found.path("explanation").asString()).isEqualTo("Order lost-1 was paid at the channel (PAID, 990) and is not here.");
        assertThat(repair(booth, found, "{}").json().path("state").asString()).isEqualTo("repaired");

        booth.soon().until(() -> bazaar.orderStates(booth).equals(List.of("delivered", "delivered")));
        booth.soon().until(() -> booth.world().codes.containsKey("lost-1-1"));
        booth.world().sell(new Sale("lost-1", "game", 1, 990, Instant.now()), OrderStatus.DELIVERED);
        assertThat(reconcile(booth).path("differences")).isEmpty();
        assertThat(repair(booth, found, "{}").code()).isEqualTo("channel.unknown-difference");
    }

    @Test
    void finds_a_wrong_amount_and_lets_a_person_explain_it() {
        var booth = traded(1);
        booth.world().sell(new Sale("sale-0", "game", 1, 880, Instant.now().minus(Duration.ofMinutes(1))), OrderStatus.DELIVERED);

        var found = reconcile(booth).path("differences").path(0);
        assertThat(found.path("code").asString()).isEqualTo("amount-differs");
        assertThat(found.path("explanation").asString()).contains("990 here and 880");
        assertThat(repair(booth, found, "{\"action\":\"refund\"}").code()).isEqualTo("channel.not-proposed");
        repair(booth, found, "{\"note\":\"a coupon of the channel\"}");

        assertThat(reconcile(booth).path("differences")).isEmpty();
        assertThat(bazaar.count(booth, "channel.difference", "state = 'explained' and done_by = 'till' and note = 'a coupon of the channel'"))
                .isEqualTo(1);
    }

    @Test
    void finds_codes_that_were_delivered_outside_or_not_at_all() {
        var booth = traded(3);
        booth.world().codes.put("sale-0-1", List.of(new Delivery.Code("CANARY-OUTSIDE", null, "x")));
        booth.world().codes.remove("sale-1-1");

        var found = reconcile(booth).path("differences");
        assertThat(found.valueStream().map(it -> it.path("code").asString())).containsExactly("code-outside", "code-missing");
        assertThat(jdbc.sql("select count(*) from channel.difference where facts like '%CANARY%'").query(Long.class).single()).isZero();
        repair(booth, found.path(1), "{}");

        booth.soon().until(() -> booth.world().codes.containsKey("sale-1-1"));
        assertThat(reconcile(booth).path("differences").valueStream().map(it -> it.path("code").asString())).containsExactly("code-outside");
    }

    @Test
    void finds_stock_that_drifted_and_tells_it_again_in_the_language_of_the_reader() {
        var booth = traded(1);
        booth.soon().until(() -> bazaar.count(booth, "channel.stock_push", "acknowledged = 4 and due_at is null") == 1);
        booth.world().stock.put("game", 77L);

        var found = api.send("POST", "/api/v1/channels/" + booth.key().channel() + "/reconciliations", booth.token(),
                "{\"day\":\"" + today + "\"}", "Accept-Language", "zh-CN").json().path("differences").path(0);
        assertThat(found.path("explanation").asString()).isEqualTo("商品 game/ 在渠道显示库存 77，我们告知的是 4。");
        repair(booth, found, "{}");

        booth.soon().until(() -> booth.world().stock.get("game") == 4);
    }

    @Test
    void a_channel_that_is_down_leaves_the_findings_as_they_were() {
        var booth = traded(1);
        booth.world().stock.put("game", 77L);
        booth.soon().until(() -> reconcile(booth).path("differences").size() == 1);
        booth.world().down = true;

        var run = reconcile(booth);

        assertThat(run.path("state").asString()).isEqualTo("failed");
        assertThat(run.path("failure").asString()).isEqualTo("unreachable");
        assertThat(run.path("differences")).hasSize(1);
        booth.world().down = false;
    }

    @Test
    void profit_equals_a_recount_of_the_orders() {
        var booth = traded(3);
        var refunded = booth.world().orders.get("sale-2");
        booth.world().orders.put("sale-2", new ChannelOrder("sale-2", OrderStatus.REFUNDED, "back", refunded.lines(), refunded.total(), null,
                new ChannelOrder.Times(refunded.times().createdAt(), refunded.times().paidAt(), Instant.now())));
        bazaar.send(booth, "POST", "/poll", null);
        booth.soon().until(() -> bazaar.orderStates(booth).contains("refunded"));
        bazaar.send(booth, "PUT", "/fees/2020-01-01", "{\"basisPoints\":999}");
        bazaar.send(booth, "PUT", "/fees/" + today, "{\"basisPoints\":250}");
        api.send("PUT", "/api/v1/channels/costs/" + booth.stall().sku().text() + "/2020-01-01", booth.token(), "{\"costMinor\":300}");

        var figures = api.get("/api/v1/channels/profit?from=" + today.minusDays(1) + "&to=" + today, booth.token()).json().path(0);

        assertThat(figures.path("salesMinor").asLong()).isEqualTo(2_970);
        assertThat(figures.path("refundsMinor").asLong()).isEqualTo(990);
        assertThat(figures.path("feeMinor").asLong()).isEqualTo(50);
        assertThat(figures.path("costMinor").asLong()).isEqualTo(600);
        assertThat(figures.path("resultMinor").asLong()).isEqualTo(2_970 - 990 - 50 - 600);
    }

    /** A channel with five keys, of which so many were sold and delivered there. */
    private Booth traded(int count) {
        var booth = bazaar.booth("invented-open", 5);
        var at = Instant.now().minus(Duration.ofSeconds(1));
        for (var n = 0; n < count; n++) {
            booth.world().sell(new Sale("sale-" + n, "game", 1, 990, at), OrderStatus.PAID);
        }
        bazaar.send(booth, "POST", "/poll", null);
        booth.soon().until(() -> bazaar.count(booth, "channel.write_back", "state = 'done'") == count);
        for (var n = 0; n < count; n++) {
            booth.world().sell(new Sale("sale-" + n, "game", 1, 990, at), OrderStatus.DELIVERED);
        }
        booth.soon().until(() -> bazaar.count(booth, "channel.stock_push", "due_at is null and acknowledged = " + (5 - count)) == 1);
        return booth;
    }

    private JsonNode reconcile(Booth booth) {
        return bazaar.send(booth, "POST", "/reconciliations", "{\"day\":\"" + today + "\"}").json();
    }

    private Answer repair(Booth booth, JsonNode found, String json) {
        return bazaar.send(booth, "POST", "/differences/" + found.path("id").asString() + "/repair", json);
    }
}
