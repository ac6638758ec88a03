package io.wanqu.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.pricing.WritePriceList;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Channels of a shop's own: a buyer's order says through which it came, and all sell the same stock. */
@WanquTest
class OwnChannelTest {

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Counter counter;
    @Autowired
    private WritePriceList writePriceList;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;

    @BeforeEach
    void aShopWithTwoKeys() {
        stall = market.stall(2);
    }

    @Test
    void an_order_carries_the_channel_it_came_through() {
        var widget = counter.open(stall.shop(), "WIDGET");

        assertThat(order(",\"channel\":\"" + widget.key() + "\"").status()).isEqualTo(201);
        assertThat(order("").status()).isEqualTo(201);

        assertThat(channels()).containsExactly(Long.parseLong(widget.id()), stall.shop().page().value());
    }

    @Test
    void every_channel_sells_the_same_stock() {
        var widget = ",\"channel\":\"" + counter.open(stall.shop(), "WIDGET").key() + "\"";
        assertThat(order(widget).status()).isEqualTo(201);
        assertThat(order("").status()).isEqualTo(201);

        assertThat(order(widget).code()).isEqualTo("inventory.out-of-stock");
        assertThat(channels()).hasSize(2);
    }

    @Test
    void a_price_of_the_channel_is_quoted_and_asked_there_alone() {
        var widget = counter.open(stall.shop(), "WIDGET");
        writePriceList.replace(stall.shop().id(), stall.sku(),
                List.of(new WritePriceList.Row("Partner", ChannelId.of(widget.id()), 1, 700, null, null)));

        assertThat(quote(",\"channel\":\"" + widget.key() + "\"")).isEqualTo(700);
        assertThat(quote("")).isEqualTo(990);
        assertThat(order(",\"totalMinor\":990,\"channel\":\"" + widget.key() + "\"").code()).isEqualTo("ordering.price-changed");
        assertThat(order(",\"totalMinor\":700,\"channel\":\"" + widget.key() + "\"").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TILL", "BOT", "SHOWCASE"})
    void a_stranger_orders_through_no_till_bot_or_showcase(String kind) {
        var channel = counter.open(stall.shop(), kind);

        assertThat(order(",\"channel\":\"" + channel.key() + "\"").code()).isEqualTo("storefront.unknown-channel");
        assertThat(channels()).isEmpty();
    }

    @Test
    void a_channel_of_another_shop_or_one_that_is_off_is_unknown() {
        var foreign = counter.open(market.stall(1).shop(), "WIDGET");
        var own = counter.open(stall.shop(), "WIDGET");
        assertThat(api.send("PUT", "/api/v1/own-channels/" + own.id(), api.tokenForAll(stall.shop()), "{\"name\":\"Corner\",\"on\":false}").status())
                .isEqualTo(200);

        assertThat(order(",\"channel\":\"" + foreign.key() + "\"").code()).isEqualTo("storefront.unknown-channel");
        assertThat(order(",\"channel\":\"" + own.key() + "\"").code()).isEqualTo("storefront.unknown-channel");
        assertThat(channels()).isEmpty();
    }

    @Test
    void only_those_who_may_write_channels_open_one() {
        var body = "{\"kind\":\"WIDGET\",\"name\":\"Corner\"}";

        assertThat(api.post("/api/v1/own-channels", null, body).status()).isEqualTo(401);
        assertThat(api.post("/api/v1/own-channels", api.tokenWithout(stall.shop(), Scope.CHANNELS_WRITE), body).status()).isEqualTo(403);
        assertThat(api.get("/api/v1/own-channels", api.tokenForAll(stall.shop())).json().size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com", "https://example.com/path", "https://*.example.com", "*", "https://a.com; script-src *"})
    void refuses_what_is_no_site(String origin) {
        var answer = api.post("/api/v1/own-channels", api.tokenForAll(stall.shop()),
                "{\"kind\":\"WIDGET\",\"name\":\"Corner\",\"origins\":[\"" + origin + "\"]}");

        assertThat(answer.code()).isEqualTo("kernel.invalid-value");
        assertThat(answer.json().path("field").asString()).isEqualTo("/origins/0");
    }

    private Answer order(String more) {
        return api.post("/api/v1/shops/" + stall.shop().slug() + "/orders", null,
                "{\"lines\":[{\"sku\":\"%s\",\"quantity\":1}],\"contact\":\"lin@example.com\",\"rail\":\"sandbox\"%s}".formatted(stall.sku(), more));
    }

    private long quote(String more) {
        return api.post("/api/v1/shops/" + stall.shop().slug() + "/quotes", null,
                "{\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]%s}".formatted(stall.sku(), more)).json().path("total").path("minor").asLong();
    }

    private List<Long> channels() {
        return jdbc.sql("select channel_id from ordering.customer_order where shop_id = ? order by order_id")
                .params(stall.shop().id().value()).query(Long.class).list();
    }
}
