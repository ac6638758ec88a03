package io.wanqu.ordering;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;

import io.wanqu.kernel.Money;
import io.wanqu.ordering.ChannelSale.Buyer;
import io.wanqu.ordering.ChannelSale.Standing;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was bought on a marketplace is judged where the channel's rule names a profile: handed over, or held for a look. */
@WanquTest
class MarketplaceRiskTest {

    private static final String BULK = "{\"name\":\"in bulk\",\"when\":[{\"fact\":\"order.quantity\",\"is\":\">\",\"value\":2}],\"outcome\":\"%s\"}";

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Till till;
    @Autowired
    private TakeChannelOrders takeChannelOrders;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;
    private String token;

    @BeforeEach
    void aStall() {
        stall = market.stall(20);
        token = api.tokenForAll(stall.shop());
    }

    @Test
    void without_a_profile_nothing_is_asked_and_nothing_is_written() {
        rules("usual", BULK.formatted("refuse"));

        take(sale("A1", "lin", 3, Standing.PAID));

        assertThat(state("A1")).isEqualTo("delivered");
        till.assertPool(stall, 17, 0, 3);
        assertThat(jdbc.sql("select count(*) from risk.counter where shop_id = ?").param(stall.shop().id().value()).query(Long.class).single()).isZero();
    }

    @Test
    void what_a_rule_would_refuse_is_held_with_its_stock_and_handed_over_when_somebody_lets_it_go() {
        profile("bulk", BULK.formatted("refuse"));

        take(sale("A1", "lin", 1, Standing.PAID), sale("A2", "mei", 3, Standing.PAID), sale("A3", "bo", 3, Standing.AWAITED));

        assertThat(state("A1")).isEqualTo("delivered");
        assertThat(state("A2")).isEqualTo("review");
        assertThat(state("A3")).isEqualTo("placed");
        till.assertPool(stall, 13, 6, 1);
        take(sale("A3", "bo", 3, Standing.PAID), sale("A2", "mei", 3, Standing.PAID));
        assertThat(state("A3")).isEqualTo("review");
        till.assertPool(stall, 13, 6, 1);
        till.books().assertClean(stall.shop().id());

        assertThat(decide("A2", "release")).isEqualTo(200);
        assertThat(decide("A3", "refusal")).isEqualTo(200);

        assertThat(state("A2")).isEqualTo("delivered");
        assertThat(state("A3")).isEqualTo("refunding");
        till.assertPool(stall, 16, 0, 4);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void a_buyer_is_counted_under_the_name_that_the_channel_gives_him() {
        profile("marketplace", null);
        var sales = new ArrayList<ChannelSale>();
        for (var n = 1; n <= 12; n++) {
            sales.add(sale("L" + n, "lin", 1, Standing.PAID));
        }
        sales.add(sale("M1", "mei", 1, Standing.PAID));

        take(sales.toArray(ChannelSale[]::new));

        assertThat(jdbc.sql("select external_id from ordering.customer_order where shop_id = ? and state = 'review'").param(stall.shop().id().value())
                .query(String.class).list()).containsExactlyInAnyOrder("L11", "L12");
        assertThat(state("M1")).isEqualTo("delivered");
        await().atMost(60, SECONDS).until(() -> api.get("/api/v1/risk/decisions", token).json().path("items").size() == 13);
        assertThat(api.get("/api/v1/risk/decisions", token).text()).contains("one buyer in a hurry").doesNotContain("lin");
        take(sale("L12", "lin", 1, Standing.REFUNDED));
        assertThat(state("L12")).isEqualTo("refunded");
        till.assertPool(stall, 8, 1, 11);
        till.books().assertClean(stall.shop().id());
    }

    @Test
    void a_sale_that_cannot_wait_is_never_held() {
        profile("bulk", BULK.formatted("hold"));

        takeChannelOrders.take(stall.shop().id(), stall.shop().page(), List.of(new ChannelSale(stall.shop().id(), stall.shop().page(), "T1", Standing.PAID,
                lines(3))));

        assertThat(state("T1")).isEqualTo("delivered");
    }

    private void take(ChannelSale... sales) {
        takeChannelOrders.take(stall.shop().id(), stall.shop().page(), List.of(sales));
    }

    private ChannelSale sale(String id, String buyer, int quantity, Standing standing) {
        return new ChannelSale(stall.shop().id(), stall.shop().page(), id, standing, lines(quantity), new Buyer(buyer));
    }

    private List<ChannelSale.Line> lines(int quantity) {
        return List.of(new ChannelSale.Line("1", stall.sku(), stall.pool(), "Rare game", quantity, Money.of(800L * quantity, "CNY")));
    }

    private String state(String id) {
        return jdbc.sql("select state from ordering.customer_order where shop_id = ? and external_id = ?").params(stall.shop().id().value(), id)
                .query(String.class).single();
    }

    private int decide(String id, String how) {
        var order = jdbc.sql("select order_id from ordering.customer_order where shop_id = ? and external_id = ?").params(stall.shop().id().value(), id)
                .query(Long.class).single();
        return api.send("PUT", "/api/v1/risk/reviews/" + order + "/" + how, token, "{\"reason\":\"looked at it\"}").status();
    }

    private void profile(String name, String rule) {
        if (rule != null) {
            rules(name, rule);
        }
        var written = api.send("PUT", "/api/v1/channels/" + stall.shop().page() + "/rule", token, "{\"riskProfile\":\"" + name + "\"}");
        assertThat(written.status()).as(written.text()).isEqualTo(200);
    }

    private void rules(String profile, String rule) {
        var written = api.send("PUT", "/api/v1/risk/profiles/" + profile, token, "{\"version\":0,\"set\":{\"rules\":[" + rule + "]}}");
        assertThat(written.status()).as(written.text()).isEqualTo(200);
    }
}
