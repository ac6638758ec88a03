package io.wanqu.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.wanqu.inventory.AllocationRule;
import io.wanqu.inventory.sharing.PoolQueries;
import io.wanqu.inventory.sharing.SetAllocation;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.ordering.OrderGivenUp;
import io.wanqu.ordering.placing.PlaceOrders;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WanquTest
class TellChannelsTest {

    @Autowired
    private FairGround ground;
    @Autowired
    private Market market;
    @Autowired
    private PlaceOrders placeOrders;
    @Autowired
    private SetAllocation setAllocation;
    @Autowired
    private PoolQueries pools;
    @Autowired
    private EventLog events;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private ChannelQueries queries;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Clock clock;

    @Test
    void sends_the_same_codes_again_when_the_answer_was_lost() {
        var fair = ground.fair(2);
        fair.fault("coupons.syncV2", 1, "\"after\":true,\"code\":0");

        var sale = fair.buyOne();

        soon().until(() -> ground.count(fair, "write_back", "state = 'done' and last_code = 'already-delivered'") == 1);
        assertThat(ground.count(fair, "write_back", "attempts = 2")).isEqualTo(1);
        assertThat(fair.marketplace().codes(sale.line())).hasSize(1);
        assertThat(pools.get(fair.key().shop(), fair.stall().pool())).extracting("available", "sold").containsExactly(1L, 1L);
    }

    @Test
    void asks_again_later_when_the_channel_limits_it() {
        var fair = ground.fair(1);
        fair.fault("coupons.syncV2", 2, "\"code\":60000,\"subCode\":\"isv.traffic-limited\"");

        var sale = fair.buyOne();

        soon().until(() -> fair.marketplace().codes(sale.line()).size() == 1);
        soon().until(() -> ground.count(fair, "write_back", "state = 'done' and attempts = 3") == 1);
        assertThat(ground.count(fair, "channel", "last_error like '60000%'")).isEqualTo(1);
    }

    @Test
    void tells_a_person_when_the_channel_takes_the_codes_no_more() {
        var fair = ground.fair(1);
        fair.marketplace().pull("/order", "{\"sku\":\"%s\",\"paidAgoSeconds\":90000}".formatted(fair.there().sku()));

        soon().until(() -> ground.alerts(fair).contains("write-back-failed"));
        assertThat(ground.count(fair, "write_back", "state = 'failed' and last_code = 'too-late' and attempts = 1")).isEqualTo(1);
        assertThat(queries.overdue(fair.key().shop(), Duration.ZERO, clock.instant()))
                .containsExactly(new ChannelQueries.Backlog(fair.key().channel(), 0, 1));
    }

    @Test
    void gives_a_line_back_to_the_channel_when_it_will_not_come() {
        var fair = ground.fair(0);
        fair.marketplace().pull("/order", "{\"sku\":\"%s\",\"ignoreStock\":true}".formatted(fair.there().sku()));
        soon().until(() -> ground.orderStates(fair).equals(List.of("short")));
        var order = jdbc.sql("select order_id from ordering.customer_order where shop_id = :shop")
                .param("shop", fair.key().shop().value()).query(Long.class).single();

        transaction.executeWithoutResult(status -> events.append(List.of(
                new OrderGivenUp(fair.key().shop(), new OrderId(order), fair.key().channel(), List.of(1)))));

        soon().until(() -> ground.orderStates(fair).equals(List.of("refunded")));
        assertThat(ground.count(fair, "write_back", "verb = 'give_up' and state = 'done'")).isEqualTo(1);
    }

    @Test
    void tells_a_channel_of_a_sale_on_the_own_page() {
        var fair = ground.fair(50);
        soon().until(() -> fair.marketplace().stock(fair.there().sku()) == 50);

        placeOrders.place(fair.stall().order(3));

        soon().until(() -> fair.marketplace().stock(fair.there().sku()) == 47);
        soon().until(() -> ground.count(fair, "stock_push", "acknowledged = 47 and due_at is null") == 1);
    }

    @Test
    void tells_a_channel_of_a_new_rule_and_remembers_which() {
        var fair = ground.fair(50);
        soon().until(() -> fair.marketplace().stock(fair.there().sku()) == 50);

        setAllocation.set(fair.key().shop(), fair.stall().pool(), fair.key().channel(),
                new AllocationRule(AllocationRule.Mode.SHARED, 0, 0, 0, 50, 0, 0, 0, null, 0), "mei");

        soon().until(() -> fair.marketplace().stock(fair.there().sku()) == 25);
        assertThat(ground.count(fair, "stock_push", "pushed = 25 and rule_version = 1")).isEqualTo(1);
    }

    @Test
    void tells_the_stock_again_when_the_answer_was_lost() {
        var fair = ground.fair(50);
        soon().until(() -> ground.count(fair, "stock_push", "acknowledged = 50 and due_at is null") == 1);
        fair.fault("sku.syncStock", 1, "\"after\":true,\"code\":0");

        var before = updates(fair);

        market.load(fair.stall(), 10);

        soon().until(() -> ground.count(fair, "stock_push", "acknowledged = 60 and due_at is null and attempts = 0") == 1);
        assertThat(fair.marketplace().stock(fair.there().sku())).isEqualTo(60);
        assertThat(updates(fair)).isEqualTo(before + 2);
    }

    @Test
    void loses_nothing_while_a_channel_is_down_and_keeps_the_others_going() {
        var ill = Marketplace.open();
        var down = ground.fair(ill, 10);
        var up = ground.fair(10);
        soon().until(() -> ill.stock(down.there().sku()) == 10);
        ill.outage(true);

        var waiting = down.buy(3, 1, true);
        placeOrders.place(down.stall().order(1));
        var served = up.buyOne();
        soon().until(() -> up.marketplace().codes(served.line()).size() == 1);
        soon().until(() -> ground.count(down, "channel", "failures >= 3 and resume_at is not null") == 1);
        assertThat(waiting).allSatisfy(sale -> assertThat(ill.codes(sale.line())).isEmpty());
        ill.outage(false);

        soon().untilAsserted(() -> assertThat(waiting).allSatisfy(sale -> assertThat(ill.codes(sale.line())).hasSize(1)));
        soon().until(() -> ill.stock(down.there().sku()) == 6);
        assertThat(ground.orderStates(down)).hasSize(3).containsOnly("delivered");
        ill.close();
    }

    private static long updates(Fair fair) {
        return fair.marketplace().look("/stock?sku=" + fair.there().sku()).path("updates").asLong();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
