package io.wanqu.ordering;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the desk of a shop sees of its orders: filtered, as they come, and added up. */
@WanquTest
class StaffOrdersTest {

    @Autowired
    private Market market;
    @Autowired
    private Till till;
    @Autowired
    private Api api;
    @LocalServerPort
    private int port;

    private Stall stall;
    private String token;

    @BeforeEach
    void tenCards() {
        stall = market.stall(10);
        token = api.tokenForAll(stall.shop());
    }

    @Test
    void are_listed_with_their_lines() {
        var placed = till.place(stall.order(2));

        var order = api.get("/api/v1/orders", token).json().path("items").get(0);

        assertThat(order.path("number").asString()).isEqualTo(placed.order().toString());
        assertThat(order.path("lines").size()).isEqualTo(1);
        assertThat(order.path("lines").get(0).path("quantity").asInt()).isEqualTo(2);
    }

    @Test
    void are_found_by_state_channel_number_and_time() {
        var unpaid = till.place(stall.order(1)).order().toString();
        var paid = till.place(stall.order(1));
        till.pay(stall, paid);

        assertThat(numbers("state=placed")).containsExactly(unpaid);
        assertThat(numbers("number=" + unpaid)).containsExactly(unpaid);
        assertThat(numbers("channel=" + stall.shop().page())).hasSize(2);
        assertThat(numbers("channel=1")).isEmpty();
        assertThat(numbers("from=" + Instant.now().plus(1, ChronoUnit.HOURS))).isEmpty();
        assertThat(numbers("until=" + Instant.now().minus(1, ChronoUnit.HOURS))).isEmpty();
        assertThat(numbers("from=" + Instant.now().minus(1, ChronoUnit.HOURS) + "&until=" + Instant.now().plus(1, ChronoUnit.HOURS))).hasSize(2);
    }

    @Test
    void a_filter_that_cannot_be_read_is_refused() {
        assertThat(api.get("/api/v1/orders?state=lost", token).code()).isEqualTo("kernel.invalid-value");
        assertThat(api.get("/api/v1/orders?from=yesterday", token).code()).isEqualTo("kernel.invalid-value");
    }

    @Test
    void are_told_as_they_come_and_change() {
        var told = new CopyOnWriteArrayList<String>();
        try (var http = HttpClient.newHttpClient()) {
            var watching = Thread.ofVirtual().start(() -> read(http, told));
            await().atMost(60, SECONDS).until(() -> told.contains("event:ready"));
            var placed = till.place(stall.order(1));
            await().atMost(60, SECONDS).until(() -> told.stream().anyMatch(line -> tells(line, placed.order().toString(), "placed")));
            till.pay(stall, placed);
            await().atMost(60, SECONDS).until(() -> told.stream().anyMatch(line -> tells(line, placed.order().toString(), "delivered")));
            watching.interrupt();
        }
    }

    @Test
    void what_was_sold_is_added_up_by_channel() {
        till.place(stall.order(1));
        till.pay(stall, till.place(stall.order(2)));
        till.pay(stall, till.place(stall.order(1)));
        var day = "from=" + Instant.now().minus(2, ChronoUnit.HOURS) + "&until=" + Instant.now().plus(1, ChronoUnit.MINUTES);

        var sold = api.get("/api/v1/sales?" + day, token).json();
        assertThat(sold.size()).isEqualTo(1);
        assertThat(sold.get(0).path("channel").asString()).isEqualTo(stall.shop().page().toString());
        assertThat(sold.get(0).path("orders").asLong()).isEqualTo(2);
        assertThat(sold.get(0).path("amountMinor").asLong()).isEqualTo(3 * Market.PRICE);
    }

    @Test
    void too_long_a_time_is_not_added_up() {
        var year = "from=" + Instant.now().minus(365, ChronoUnit.DAYS) + "&until=" + Instant.now();

        assertThat(api.get("/api/v1/sales?" + year, token).code()).isEqualTo("kernel.invalid-value");
        assertThat(api.get("/api/v1/sales?from=" + Instant.now().minus(1, ChronoUnit.HOURS) + "&until=" + Instant.now() + "&hours=25", token).code())
                .isEqualTo("kernel.invalid-value");
    }

    @Test
    void tell_their_history_without_secrets() {
        var placed = till.place(stall.order(1));
        till.pay(stall, placed);

        var history = api.get("/api/v1/orders/" + placed.order() + "/history", token);

        assertThat(history.json().path("payments").get(0).path("rail").asString()).isEqualTo("sandbox");
        assertThat(history.json().path("delivered").size()).isEqualTo(1);
        assertThat(history.json().path("delivered").get(0).path("masked").asString()).contains("*");
    }

    @Test
    void are_none_of_another_shop_s_business() {
        var placed = till.place(stall.order(1));
        var other = api.tokenForAll(market.stall(1).shop());

        assertThat(api.get("/api/v1/orders", other).json().path("items").size()).isZero();
        assertThat(api.get("/api/v1/orders/" + placed.order() + "/history", other).code()).isEqualTo("ordering.no-such-order");
        assertThat(api.get("/api/v1/orders/events", api.tokenWithout(stall.shop(), Scope.ORDERS_READ)).status()).isEqualTo(403);
        assertThat(api.get("/api/v1/sales?from=" + Instant.now().minusSeconds(60) + "&until=" + Instant.now(),
                api.tokenWithout(stall.shop(), Scope.ORDERS_READ)).status()).isEqualTo(403);
    }

    private List<String> numbers(String query) {
        return api.get("/api/v1/orders?" + query, token).json().path("items").valueStream().map(it -> it.path("number").asString()).toList();
    }

    private static boolean tells(String line, String order, String state) {
        return line.startsWith("data:") && line.contains(order) && line.contains("\"state\":\"" + state + "\"");
    }

    private void read(HttpClient http, List<String> told) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/orders/events"))
                .header("Authorization", "Bearer " + token).build();
        try (var lines = new BufferedReader(new InputStreamReader(http.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(told::add);
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
