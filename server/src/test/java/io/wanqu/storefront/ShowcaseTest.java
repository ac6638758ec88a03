package io.wanqu.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.ordering.ChannelSale;
import io.wanqu.ordering.ChannelSale.Standing;
import io.wanqu.ordering.TakeChannelOrders;
import io.wanqu.storefront.Counter.Opened;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.OneDay;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A product that leads to a listing elsewhere: clicks are counted, sales told beside them, and nobody is led astray. */
@WanquTest
class ShowcaseTest {

    private static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final String TARGET = "https://market.example/item?id=7";

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Counter counter;
    @Autowired
    private TakeChannelOrders takeOrders;
    @Autowired
    private Ids ids;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Environment environment;

    private Stall stall;
    private String product;
    private Opened showcase;
    private ChannelId listing;

    @BeforeEach
    void aProductThatLeadsElsewhere() {
        OneDay.begins();
        stall = market.stall(5);
        product = jdbc.sql("select product_id from catalog.sku where id = ?").params(stall.sku().value()).query(String.class).single();
        showcase = counter.open(stall.shop(), "SHOWCASE");
        listing = new ChannelId(ids.next());
        assertThat(lead(TARGET).status()).isEqualTo(200);
    }

    @Test
    void a_click_is_counted_without_a_name_and_led_to_the_listing() throws Exception {
        var answer = go(product, "?utm_source=weibo&utm_campaign=double11&to=https://evil.example", "Lin's browser");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(TARGET);
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        var row = jdbc.sql("select source, campaign, length(visitor) as visitor from storefront.click where shop_id = ?")
                .params(stall.shop().id().value()).query().singleRow();
        assertThat(row).containsEntry("source", "weibo").containsEntry("campaign", "double11").containsEntry("visitor", 16);
    }

    @Test
    void the_report_tells_clicks_visitors_and_what_the_listing_sold_by_campaign() throws Exception {
        go(product, "?utm_source=weibo&utm_campaign=a", "one");
        go(product, "?utm_source=weibo&utm_campaign=a", "one");
        go(product, "?utm_source=weibo&utm_campaign=a", "two");
        go(product, "?utm_source=zhihu&utm_campaign=b", "three");
        sell(listing, "o-1");
        sell(listing, "o-2");
        sell(new ChannelId(ids.next()), "o-3");

        var report = report(api.tokenForAll(stall.shop()));

        assertThat(report.status()).as(report.text()).isEqualTo(200);
        assertThat(report.json().size()).isEqualTo(2);
        var first = report.json().get(0);
        assertThat(first.path("campaign").asString()).isEqualTo("a");
        assertThat(first.path("clicks").asLong()).isEqualTo(3);
        assertThat(first.path("visitors").asLong()).isEqualTo(2);
        assertThat(first.path("listingUnits").asLong()).isEqualTo(2);
        assertThat(first.path("listingMinor").asLong()).isEqualTo(3000);
        assertThat(first.path("estimatedMinor").asLong()).isEqualTo(2000);
        assertThat(report.json().get(1).path("estimatedMinor").asLong()).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://market.example/item", "javascript:alert(1)//xxxx", "https://user@market.example/", "//market.example/item", "https:///nowhere"})
    void a_target_that_is_no_https_address_is_refused(String target) throws Exception {
        assertThat(lead(target).code()).isEqualTo("kernel.invalid-value");
        assertThat(go(product, "", "one").headers().firstValue("Location")).contains(TARGET);
    }

    @Test
    void a_product_that_leads_nowhere_and_an_unknown_channel_are_not_found() throws Exception {
        assertThat(go("1", "", "one").statusCode()).isEqualTo(404);
        assertThat(api.get("/go/" + stall.shop().slug() + "/" + product + "/nobody", null).status()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from storefront.click where shop_id = ?").params(stall.shop().id().value()).query(Long.class)
                .single()).isZero();
    }

    @Test
    void only_staff_of_the_shop_read_the_report() throws Exception {
        go(product, "?utm_campaign=a", "one");

        assertThat(report(null).status()).isEqualTo(401);
        assertThat(report(api.tokenWithout(stall.shop(), Scope.ORDERS_READ)).status()).isEqualTo(403);
        assertThat(report(api.tokenForAll(market.stall(1).shop())).json().size()).isZero();
    }

    private Api.Answer lead(String target) {
        return api.send("PUT", "/api/v1/showcase/" + product, api.tokenForAll(stall.shop()),
                "{\"target\":\"%s\",\"listingChannel\":\"%s\"}".formatted(target, listing));
    }

    private Api.Answer report(String token) {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        return api.get("/api/v1/showcase/report?from=" + today.minusDays(1) + "&to=" + today, token);
    }

    private void sell(ChannelId channel, String number) {
        takeOrders.take(stall.shop().id(), channel, List.of(new ChannelSale(stall.shop().id(), channel, number, Standing.PAID,
                List.of(new ChannelSale.Line("1", stall.sku(), stall.pool(), "Rare game", 1, Money.of(1500, "CNY"))))));
    }

    private HttpResponse<String> go(String what, String query, String agent) throws Exception {
        var path = "/go/" + stall.shop().slug() + "/" + what + "/" + showcase.key() + query;
        return CLIENT.send(HttpRequest.newBuilder(URI.create("http://localhost:" + environment.getProperty("local.server.port") + path))
                .header("User-Agent", agent).build(), BodyHandlers.ofString());
    }
}
