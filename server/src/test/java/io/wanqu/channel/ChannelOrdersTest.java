package io.wanqu.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import io.wanqu.channel.intake.PollOrders;
import io.wanqu.inventory.sharing.PoolQueries;
import io.wanqu.kernel.audit.Audit;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WanquTest
class ChannelOrdersTest {

    @Autowired
    private FairGround ground;
    @Autowired
    private Market market;
    @Autowired
    private PollOrders pollOrders;
    @Autowired
    private PoolQueries pools;
    @Autowired
    private Audit audit;

    @Test
    void takes_an_order_once_whether_it_is_pushed_or_polled() {
        var fair = ground.fair(3);

        var sale = fair.buyOne();
        soon().until(() -> fair.marketplace().codes(sale.line()).size() == 1);
        poll(fair);

        assertThat(ground.orderStates(fair)).containsExactly("delivered");
        assertThat(fair.marketplace().codes(sale.line())).singleElement().asString().startsWith("CODE-" + fair.stall().pool());
        assertThat(pools.get(fair.key().shop(), fair.stall().pool())).extracting("available", "held", "sold").containsExactly(2L, 0L, 1L);
        assertThat(ground.alerts(fair)).isEmpty();
        assertThat(audit.of(fair.key().shop()).clean()).isTrue();
    }

    @Test
    void finds_an_order_by_polling_when_its_pushes_are_lost() {
        var fair = ground.fair(3);
        fair.pushes("lose", 100);
        var sale = fair.buyOne();

        poll(fair);

        soon().until(() -> fair.marketplace().codes(sale.line()).size() == 1);
        assertThat(ground.count(fair, "inbox", "true")).isZero();
        assertThat(ground.orderStates(fair)).containsExactly("delivered");
    }

    @Test
    void delivers_each_order_once_though_pushes_come_doubled_and_in_disorder() {
        var fair = ground.fair(20);
        fair.pushes("duplicate", 20);
        fair.pushes("reorder", 10);

        var sales = fair.buy(10, 2, true);
        fair.marketplace().pull("/push", "{\"appKey\":\"%s\",\"flush\":true}".formatted(fair.there().app()));
        poll(fair);

        soon().untilAsserted(() -> assertThat(sales).allSatisfy(sale -> assertThat(fair.marketplace().codes(sale.line())).hasSize(2)));
        assertThat(ground.orderStates(fair)).hasSize(10).containsOnly("delivered");
        assertThat(pools.get(fair.key().shop(), fair.stall().pool())).extracting("available", "sold").containsExactly(0L, 20L);
        assertThat(fair.marketplace().look("/shop?shopId=" + fair.there().shop()).path("codesGivenTwice").asInt()).isZero();
        assertThat(audit.of(fair.key().shop()).clean()).isTrue();
    }

    @Test
    void keeps_nothing_of_a_forged_push() throws IOException, InterruptedException {
        var fair = ground.fair(1);
        var forged = HttpRequest.newBuilder(URI.create(ground.pushUri(fair.key())))
                .header("Content-Type", "application/json")
                .header("app-id", fair.there().app())
                .header("event-sign", "0".repeat(64))
                .POST(HttpRequest.BodyPublishers.ofString("[{\"tag\":\"101\",\"msg_id\":\"1\",\"data\":\"{}\"}]"))
                .build();

        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(forged, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("channel.forged-push");
        }
        assertThat(ground.count(fair, "inbox", "true")).isZero();
        assertThat(ground.orderStates(fair)).isEmpty();
    }

    @Test
    void holds_stock_for_an_unpaid_order_and_frees_it_when_the_channel_closes_it() {
        var fair = ground.fair(3);
        var sale = fair.buy(1, 2, false).getFirst();
        soon().until(() -> pools.get(fair.key().shop(), fair.stall().pool()).held() == 2);

        fair.marketplace().pull("/order/close", "{\"orderId\":\"%s\"}".formatted(sale.order()));

        soon().until(() -> pools.get(fair.key().shop(), fair.stall().pool()).available() == 3);
        assertThat(ground.orderStates(fair)).containsExactly("canceled");
    }

    @Test
    void delivers_nothing_for_an_order_that_was_refunded_first() {
        var fair = ground.fair(0);
        fair.pushes("lose", 100);
        var sale = fair.buyOne();
        fair.refund(sale, "apply");
        poll(fair);
        soon().until(() -> ground.orderStates(fair).size() == 1);
        assertThat(ground.orderStates(fair)).containsExactly("placed");

        fair.refund(sale, "agree");
        market.load(fair.stall(), 1);
        poll(fair);

        soon().untilAsserted(() -> assertThat(ground.orderStates(fair)).containsExactly("canceled"));
        assertThat(fair.marketplace().codes(sale.line())).isEmpty();
        assertThat(pools.get(fair.key().shop(), fair.stall().pool())).extracting("available", "sold").containsExactly(1L, 0L);
    }

    @Test
    void delivers_after_all_when_the_buyer_withdraws_the_refund() {
        var fair = ground.fair(1);
        var sale = fair.buy(1, 1, false).getFirst();
        soon().until(() -> ground.orderStates(fair).equals(List.of("placed")));
        fair.pushes("lose", 100);
        fair.marketplace().pull("/order/pay", "{\"orderId\":\"%s\"}".formatted(sale.order()));
        fair.refund(sale, "apply");
        poll(fair);
        assertThat(ground.orderStates(fair)).containsExactly("placed");

        fair.refund(sale, "withdraw");
        poll(fair);

        soon().until(() -> fair.marketplace().codes(sale.line()).size() == 1);
    }

    @Test
    void returns_the_money_but_not_the_card_when_a_refund_comes_after_delivery() {
        var fair = ground.fair(1);
        var sale = fair.buyOne();
        soon().until(() -> fair.marketplace().codes(sale.line()).size() == 1);

        fair.refund(sale, "apply");
        fair.refund(sale, "agree");

        soon().untilAsserted(() -> assertThat(ground.orderStates(fair)).containsExactly("refunded"));
        assertThat(pools.get(fair.key().shop(), fair.stall().pool())).extracting("available", "sold").containsExactly(0L, 1L);
        assertThat(audit.of(fair.key().shop()).clean()).isTrue();
    }

    @Test
    void keeps_an_unmapped_order_and_takes_it_when_it_is_mapped() {
        var fair = ground.unlisted(Marketplace.SHARED, market.stall(2));
        var sale = fair.buyOne();
        soon().until(() -> ground.alerts(fair).contains("unmapped"));
        assertThat(ground.orderStates(fair)).isEmpty();

        ground.list(fair);

        soon().until(() -> fair.marketplace().codes(sale.line()).size() == 1);
        assertThat(ground.alerts(fair)).isEmpty();
        assertThat(ground.orderStates(fair)).containsExactly("delivered");
    }

    @Test
    void ships_nothing_for_a_status_it_does_not_know_and_tells_somebody() {
        var fair = ground.fair(1);
        var sale = fair.buy(1, 1, false).getFirst();
        soon().until(() -> ground.orderStates(fair).size() == 1);

        fair.marketplace().pull("/order/status", "{\"orderId\":\"%s\",\"status\":777}".formatted(sale.order()));
        poll(fair);

        soon().until(() -> ground.alerts(fair).contains("unknown-status"));
        assertThat(ground.orderStates(fair)).containsExactly("placed");
        assertThat(ground.count(fair, "write_back", "true")).isZero();
    }

    @AfterEach
    void restorePushes() {
        Marketplace.SHARED.pull("/push", "{\"lose\":0,\"duplicate\":0,\"reorder\":0,\"flush\":true}");
    }

    /** Lets a run begin and waits for its end. */
    private void poll(Fair fair) {
        soon().until(() -> ground.count(fair, "channel", "orders_until is not null and polling_until is null") == 1);
        pollOrders.dueNow(fair.key());
        soon().until(() -> ground.count(fair, "channel", "poll_due_at > now() and polling_until is null") == 1);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
