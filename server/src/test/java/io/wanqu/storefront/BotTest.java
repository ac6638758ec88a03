package io.wanqu.storefront;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.sealing.Sealing;
import io.wanqu.payment.Notice;
import io.wanqu.payment.SettlesPayments;
import io.wanqu.simulators.Simulators;
import io.wanqu.storefront.Counter.Opened;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bot sells by conversation: from the list over the price to the code, once whatever the messenger repeats. */
@WanquTest
class BotTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Simulators simulators;

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Counter counter;
    @Autowired
    private SettlesPayments settles;
    @Autowired
    private Sealing sealing;
    @Autowired
    private Ids ids;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Environment environment;

    private Stall stall;
    private Opened bot;
    private String token;
    private long chat;

    @BeforeAll
    static void begin() {
        simulators = Simulators.start(0, Clock.systemUTC());
    }

    @AfterAll
    static void end() {
        simulators.close();
    }

    @BeforeEach
    void aBotThatIsConnected() {
        stall = market.stall(0);
        market.load(stall, List.of("the-code-" + stall.pool()));
        bot = counter.open(stall.shop(), "BOT");
        token = "12345:" + stall.pool();
        chat = ids.next() >> 12;
        var connected = api.send("PUT", "/api/v1/own-channels/" + bot.id() + "/bot", api.tokenForAll(stall.shop()),
                "{\"baseUri\":\"%s/bot\",\"token\":\"%s\"}".formatted(simulators.address(), token));
        assertThat(connected.status()).as(connected.text()).isEqualTo(204);
        direct();
    }

    @Test
    void a_person_browses_orders_pays_and_is_told_the_code() {
        type("/start", "en");
        var product = button(await(1), 0);
        press(product.path("callback_data").asString(), 1);
        press(button(await(2), 0).path("callback_data").asString(), 1);
        assertThat(await(3).path("text").asString()).contains("9.90");
        press(button(await(3), 0).path("callback_data").asString(), 1);
        var pay = await(4);
        assertThat(pay.path("text").asString()).startsWith("Order ");
        assertThat(button(pay, 0).path("url").asString()).contains("/pick-up/" + stall.shop().slug() + "/", "#");
        assertThat(jdbc.sql("select message_id, body from storefront.bot_message where shop_id = ?").params(stall.shop().id().value())
                .query((row, n) -> sealing.open(stall.shop().id(), "storefront.bot_message/" + row.getLong("message_id"), row.getBytes("body"))).list())
                .isNotEmpty().allSatisfy(body -> assertThat(new String(body, UTF_8)).contains(Long.toString(chat)).doesNotContain("#"));
        assertThat(jdbc.sql("select order_id, chat from storefront.bot_order where shop_id = ?").params(stall.shop().id().value())
                .query((row, n) -> sealing.open(stall.shop().id(), "storefront.bot_order/" + row.getLong("order_id"), row.getBytes("chat"))).list())
                .singleElement().satisfies(sealed -> assertThat(new String(sealed, UTF_8)).isEqualTo(Long.toString(chat)));

        pay();

        assertThat(await(5).path("text").asString()).isEqualTo("Delivered. Your codes:\nthe-code-" + stall.pool());
        assertThat(channels()).containsExactly(Long.parseLong(bot.id()));
    }

    @Test
    void an_update_that_is_told_again_changes_nothing() {
        press("o:" + stall.sku() + ":1:990", 5);
        await(1);

        assertThat(channels()).hasSize(1);
        assertThat(said().size()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from storefront.bot_update where shop_id = ?").params(stall.shop().id().value())
                .query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void a_forged_secret_is_refused_and_nothing_happens() {
        var answer = control("/press", "{\"token\":\"%s\",\"chat\":%d,\"data\":\"o:%s:1:990\",\"secret\":\"guess\"}".formatted(token, chat, stall.sku()));

        assertThat(answer.path("status").asInt()).isEqualTo(403);
        assertThat(channels()).isEmpty();
        assertThat(jdbc.sql("select count(*) from storefront.bot_message where shop_id = ?").params(stall.shop().id().value())
                .query(Integer.class).single()).isZero();
    }

    @Test
    void a_price_that_a_button_invents_is_refused_in_the_persons_language() {
        control("/press", "{\"token\":\"%s\",\"chat\":%d,\"data\":\"o:%s:1:1\",\"language\":\"zh-hans\"}".formatted(token, chat, stall.sku()));

        assertThat(await(1).path("text").asString()).isEqualTo("暂时无法办理（ordering.price-changed）。");
        assertThat(channels()).isEmpty();
    }

    @Test
    void what_the_messenger_would_not_hear_is_said_again() {
        control("/refuse", "{\"times\":2}");
        type("/start", "zh");

        assertThat(await(1).path("text").asString()).contains("请选择商品");
        assertThat(said().size()).isEqualTo(1);
    }

    /** The address of this server is a free port, which the settings do not know. */
    private void direct() {
        var kept = control("/webhook", "{\"token\":\"%s\",\"port\":%s}".formatted(token, environment.getProperty("local.server.port")));
        assertThat(kept.path("url").asString()).endsWith("/api/v1/bot-updates/" + stall.shop().slug() + "/" + bot.id());
    }

    private void type(String text, String language) {
        assertThat(control("/type", "{\"token\":\"%s\",\"chat\":%d,\"text\":\"%s\",\"language\":\"%s\"}".formatted(token, chat, text, language))
                .path("status").asInt()).isEqualTo(200);
    }

    private void press(String data, int copies) {
        assertThat(control("/press", "{\"token\":\"%s\",\"chat\":%d,\"data\":\"%s\",\"copies\":%d}".formatted(token, chat, data, copies))
                .path("status").asInt()).isEqualTo(200);
    }

    private void pay() {
        var payment = jdbc.sql("select payment_id from payment.payment where shop_id = ?").params(stall.shop().id().value()).query(Long.class).single();
        settles.settle(new Notice("sandbox", "paid-" + payment, stall.shop().id(), payment, "sandbox-" + stall.shop().id(), Money.of(990, "CNY"), true));
    }

    private JsonNode await(int count) {
        return Awaitility.await().atMost(60, SECONDS).until(this::said, list -> list.size() >= count).get(count - 1);
    }

    private JsonNode said() {
        return exchange(HttpRequest.newBuilder(uri("/said?chat=" + chat)).build());
    }

    private static JsonNode button(JsonNode message, int row) {
        return message.path("buttons").get(row).get(0);
    }

    private List<Long> channels() {
        return jdbc.sql("select channel_id from ordering.customer_order where shop_id = ?").params(stall.shop().id().value()).query(Long.class).list();
    }

    private static JsonNode control(String path, String json) {
        return exchange(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(json)).build());
    }

    private static URI uri(String path) {
        return URI.create(simulators.address() + "/control/bot" + path);
    }

    private static JsonNode exchange(HttpRequest request) {
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return new JsonMapper().readTree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
