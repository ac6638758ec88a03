package io.wanqu.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever picks his cards is told beforehand what they cost. */
@WanquTest
class ChosenQuoteTest {

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_quote_of_picked_cards_is_what_the_order_costs() {
        var stall = market.stall(2);
        var card = jdbc.sql("update vault.card set label = '8888', premium_minor = 2000 where shop_id = ? and pool_id = ? and card_id = "
                        + "(select min(card_id) from vault.card where shop_id = ? and pool_id = ?) returning card_id")
                .params(stall.shop().id().value(), stall.pool().value(), stall.shop().id().value(), stall.pool().value())
                .query(Long.class).single();
        jdbc.sql("update catalog.sku set chooseable = true where shop_id = ? and id = ?")
                .params(stall.shop().id().value(), stall.sku().value()).update();
        var line = "{\"sku\":\"%s\",\"quantity\":1,\"chosen\":[\"%d\"]}".formatted(stall.sku(), card);

        var quoted = api.post("/api/v1/shops/" + stall.shop().slug() + "/quotes", null, "{\"lines\":[" + line + "]}");

        assertThat(quoted.json().path("total").path("minor").asLong()).isEqualTo(Market.PRICE + 2000);
        var ordered = api.post("/api/v1/shops/" + stall.shop().slug() + "/orders", null,
                "{\"lines\":[" + line + "],\"contact\":\"lin@example.com\",\"rail\":\"sandbox\",\"totalMinor\":" + (Market.PRICE + 2000) + "}");
        assertThat(ordered.status()).as(ordered.text()).isEqualTo(201);
    }

    @Test
    void cards_that_nobody_can_pick_cost_nothing_here() {
        var stall = market.stall(1);
        var quoted = api.post("/api/v1/shops/" + stall.shop().slug() + "/quotes", null,
                "{\"lines\":[{\"sku\":\"%s\",\"quantity\":1,\"chosen\":[\"1\"]}]}".formatted(stall.sku()));

        assertThat(quoted.json().path("total").path("minor").asLong()).isEqualTo(Market.PRICE);
    }
}
