package io.wanqu.simulators.doudian;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.wanqu.simulators.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PushesTest {

    private final Stage stage = new Stage(100);
    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer postbox;

    @BeforeEach
    void listen() throws IOException {
        postbox = HttpServer.create(new InetSocketAddress(0), 0);
        postbox.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        postbox.createContext("/", exchange -> {
            try (exchange) {
                received.add(Json.read(new String(exchange.getRequestBody().readAllBytes(), UTF_8)).path(0));
                var answer = refusals.getAndDecrement() > 0 ? "{\"code\":1}" : "{\"code\":0,\"msg\":\"success\"}";
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(answer.getBytes(UTF_8));
            }
        });
        postbox.start();
        stage.pull("/push", "{\"appKey\":\"%s\",\"url\":\"http://localhost:%d/\"}"
            .formatted(stage.appKey, postbox.getAddress().getPort()));
    }

    @AfterEach
    void close() {
        postbox.stop(0);
        stage.close();
    }

    @Test
    void tells_of_an_order_with_its_whole_id() throws InterruptedException {
        var order = stage.pull("/order", "{\"sku\":\"month\",\"paid\":false}").path("orders").path(0);

        var message = next();

        assertThat(message.path("tag").asString("")).isEqualTo("100");
        assertThat(data(message).path("p_id").asString("")).isEqualTo(order.path("orderId").asString(""));
        assertThat(data(message).path("shop_id").asString("")).isEqualTo(stage.shopId);
    }

    @Test
    void repeats_a_message_until_it_is_acknowledged() throws InterruptedException {
        refusals.set(2);
        stage.pull("/order", "{\"sku\":\"month\",\"paid\":false}");

        var first = next();
        var second = next();
        var third = next();

        assertThat(second).isEqualTo(first);
        assertThat(third).isEqualTo(first);
        untilAcknowledged();
        assertThat(received.poll(1, TimeUnit.SECONDS)).isNull();
        assertThat(stage.look("/push").path("attempts").asInt(-1)).isEqualTo(3);
        assertThat(stage.look("/push").path("acknowledged").asInt(-1)).isEqualTo(1);
    }

    @Test
    void loses_doubles_and_turns_around_as_ordered() throws InterruptedException {
        stage.pull("/push", "{\"lose\":1}");
        stage.pull("/order", "{\"sku\":\"month\",\"paid\":false}");
        stage.pull("/push", "{\"duplicate\":1}");
        stage.pull("/order", "{\"sku\":\"month\",\"paid\":false}");
        assertThat(next()).isEqualTo(next());
        stage.pull("/push", "{\"reorder\":2}");
        stage.pull("/order", "{\"sku\":\"month\",\"paid\":true}");

        assertThat(next().path("tag").asString("")).isEqualTo("101");
        assertThat(next().path("tag").asString("")).isEqualTo("100");
        assertThat(stage.look("/push").path("lost").asInt(-1)).isEqualTo(1);
        assertThat(received).isEmpty();
    }

    @Test
    void lets_go_of_held_messages_when_told() throws InterruptedException {
        stage.pull("/push", "{\"reorder\":5}");
        stage.pull("/order", "{\"sku\":\"month\",\"paid\":false}");
        assertThat(received).isEmpty();

        stage.pull("/push", "{\"flush\":true}");

        assertThat(next().path("tag").asString("")).isEqualTo("100");
    }

    @Test
    void sends_late_when_told() throws InterruptedException {
        stage.pull("/push", "{\"delayMillis\":300}");
        var start = System.nanoTime();
        stage.pull("/order", "{\"sku\":\"month\",\"paid\":false}");

        next();

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(300_000_000L);
    }

    /** The platform counts an answer when it has read it, and that is after it was given. */
    private void untilAcknowledged() {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (stage.look("/push").path("acknowledged").asInt(-1) < 1 && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private JsonNode next() throws InterruptedException {
        var message = received.poll(60, TimeUnit.SECONDS);
        assertThat(message).as("a push within a minute").isNotNull();
        return message;
    }

    private static JsonNode data(JsonNode message) {
        return Json.read(message.path("data").asString(""));
    }
}
