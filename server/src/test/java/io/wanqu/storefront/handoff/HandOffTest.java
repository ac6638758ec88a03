package io.wanqu.storefront.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.SkuId;
import io.wanqu.storefront.handoff.HandOff.Content;
import io.wanqu.storefront.handoff.HandOff.Given;
import io.wanqu.storefront.handoff.HandOff.Line;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.OneDay;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

/** A journey goes on in another channel. */
@WanquTest
@TestPropertySource(properties = "wanqu.web.trusted-proxies=127.0.0.1,::1")
class HandOffTest {

    @Autowired
    private Market market;
    @Autowired
    private Api api;
    @Autowired
    private HandOffTable table;
    @Autowired
    private Clock clock;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;

    @BeforeEach
    void open() {
        OneDay.begins();
        stall = market.stall(3);
    }

    @Test
    void cart_chat_and_campaign_arrive_once_by_code_or_by_link() {
        var given = give("{\"lines\":[{\"sku\":\"%s\",\"quantity\":2}],\"chat\":\"wx-42\",\"source\":\"video\",\"campaign\":\"spring\"}");

        var received = receive(given.path("code").asString().toLowerCase(), "203.0.113.20");

        assertThat(received.status()).isEqualTo(200);
        assertThat(received.json().at("/lines/0/sku").asString()).isEqualTo(stall.sku().text());
        assertThat(received.json().at("/lines/0/quantity").asInt()).isEqualTo(2);
        assertThat(received.json().path("chat").asString()).isEqualTo("wx-42");
        assertThat(received.json().path("campaign").asString()).isEqualTo("spring");
        assertThat(received.text()).doesNotContain("minor");
        assertThat(receive(given.path("code").asString(), "203.0.113.20").code()).isEqualTo("storefront.hand-off-over");
        assertThat(receive(given.path("token").asString(), "203.0.113.20").code()).as("the link went the same way").isEqualTo("storefront.hand-off-over");
        assertThat(given.path("link").asString()).endsWith("/s/" + stall.shop().slug() + "/hand-off#" + given.path("token").asString());
        assertThat(given.path("svg").asString()).startsWith("<svg");
        assertThat(count("content is not null")).isZero();
    }

    @Test
    void a_hundred_who_come_at_once_find_it_once() throws Exception {
        var given = give("{\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}");

        var answers = Together.run(100, n -> receive(given.path("token").asString(), "203.0.113." + (100 + n % 20)).status());

        assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(answers.stream().filter(status -> status == 404)).hasSize(99);
    }

    @Test
    void a_code_is_over_after_ten_minutes_and_its_link_after_a_day() {
        var now = clock.instant();
        var shop = stall.shop();
        var handOff = new HandOff(shop.page(), "", "", new Content(List.of(new Line(new SkuId(stall.sku().value()), 1)), null));
        table.add(shop.id(), 1, handOff, new Given("AAAA2222", now.minusSeconds(1), "t-1", now.plus(Duration.ofHours(1))), now);
        table.add(shop.id(), 2, handOff, new Given("BBBB2222", now.plusSeconds(60), "t-2", now.minusSeconds(1)), now);

        assertThat(receive("AAAA2222", "203.0.113.21").code()).isEqualTo("storefront.hand-off-over");
        assertThat(receive("aaaaaaaaaaat-2", "203.0.113.21").code()).isEqualTo("storefront.hand-off-over");
        assertThat(table.receive(shop.id(), "t-2", shop.page(), now)).isEmpty();
        assertThat(count("received_at is null")).isEqualTo(2);
        assertThat(table.receive(shop.id(), "t-1", shop.page(), now)).isPresent();

        assertThat(table.forget(now, 100)).isGreaterThanOrEqualTo(1);
        assertThat(count("content is not null")).isZero();
    }

    @Test
    void whoever_guesses_is_stopped_and_keeps_nobody_else_out() {
        var given = give("{\"chat\":\"wx-43\"}");
        for (var n = 0; n < 20; n++) {
            assertThat(receive("ZZZZ22" + (n + 10), "203.0.113.30").status()).isEqualTo(404);
        }

        assertThat(receive(given.path("code").asString(), "203.0.113.30").code()).isEqualTo("storefront.too-many-wrong-codes");
        assertThat(receive(given.path("code").asString(), "203.0.113.31").status()).isEqualTo(200);
    }

    @Test
    void another_shops_variant_and_an_empty_hand_are_refused() {
        var other = market.stall(1);
        var path = "/api/v1/shops/" + stall.shop().slug() + "/hand-offs";

        assertThat(api.post(path, null, "{\"lines\":[{\"sku\":\"" + other.sku() + "\",\"quantity\":1}]}").status()).isEqualTo(422);
        assertThat(api.post(path, null, "{\"lines\":[]}").status()).isEqualTo(422);
        assertThat(api.post(path, null, "{\"chat\":\"x\",\"campaign\":\"<b>\"}").status()).isEqualTo(422);

        assertThat(count("true")).isZero();
    }

    @Test
    void staff_reads_how_many_went_where() {
        give("{\"chat\":\"a\",\"campaign\":\"spring\"}");
        receive(give("{\"chat\":\"b\",\"campaign\":\"spring\"}").path("code").asString(), "203.0.113.32");
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));

        var report = api.get("/api/v1/hand-offs/report?from=" + today + "&to=" + today, api.token(stall.shop(), Scope.ORDERS_READ)).json();

        assertThat(report.valueStream().mapToLong(it -> it.path("made").asLong()).sum()).isEqualTo(2);
        assertThat(report.valueStream().mapToLong(it -> it.path("received").asLong()).sum()).isEqualTo(1);
    }

    private JsonNode give(String json) {
        var answer = api.post("/api/v1/shops/" + stall.shop().slug() + "/hand-offs", null, json.contains("%s") ? json.formatted(stall.sku()) : json,
                "X-Forwarded-For", "203.0.113.10");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private Api.Answer receive(String code, String address) {
        return api.post("/api/v1/shops/" + stall.shop().slug() + "/hand-offs/" + code + "/receipt", null, "{}", "X-Forwarded-For", address);
    }

    private long count(String where) {
        return jdbc.sql("select count(*) from storefront.hand_off where shop_id = :shop and " + where).param("shop", stall.shop().id().value())
            .query(Long.class).single();
    }
}
