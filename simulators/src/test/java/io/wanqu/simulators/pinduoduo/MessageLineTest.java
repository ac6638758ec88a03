package io.wanqu.simulators.pinduoduo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Md5;
import io.wanqu.simulators.market.Theatre;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageLineTest {

    private final Theatre theatre = new Theatre("pinduoduo", 10);
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @BeforeEach
    void permit() {
        new Caller(theatre).call("pdd.pmc.user.permit", Map.of("topics", "pdd_trade_TradeConfirmed"));
    }

    @AfterEach
    void close() {
        http.shutdownNow();
        theatre.close();
    }

    @Test
    void tells_whoever_is_connected_what_the_shop_permitted() throws InterruptedException {
        connect(theatre.app.secret());
        var order = order();

        var frame = Json.read(next());

        assertThat(frame.path("message").path("type").asString("")).isEqualTo("pdd_trade_TradeConfirmed");
        assertThat(Json.read(frame.path("message").path("content").asString("")).path("tid").asString("")).isEqualTo(order);
    }

    @Test
    void tells_again_whoever_connects_next_until_it_is_acknowledged() throws InterruptedException {
        order();
        var socket = connect(theatre.app.secret());
        var first = Json.read(next());
        socket.abort();
        socket = connect(theatre.app.secret());
        assertThat(Json.read(next()).path("id")).isEqualTo(first.path("id"));

        socket.sendText("{\"id\":%s,\"commandType\":\"Ack\"}".formatted(first.path("id")), true).join();
        socket.sendText("{\"commandType\":\"HeartBeat\",\"time\":1}", true).join();

        assertThat(next()).isEqualTo("{\"commandType\":\"HeartBeat\",\"time\":1}");
        assertThat(theatre.look("/messages").path("unacknowledged").asInt()).isZero();
    }

    @Test
    void closes_on_whoever_does_not_know_the_secret() throws InterruptedException {
        order();
        connect("guessed");

        assertThat(next()).isEqualTo("closed 4001");
        assertThat(theatre.look("/messages").path("connections").asInt()).isZero();
    }

    private String order() {
        return theatre.pull("/order", "{\"sku\":\"month\"}").path("orders").path(0).path("orderId").asString("");
    }

    private WebSocket connect(String secret) {
        var millis = theatre.now() * 1000;
        var digest = Base64.getEncoder().encodeToString(Md5.of(theatre.app.key() + millis + secret).getBytes(UTF_8));
        return http.newWebSocketBuilder().buildAsync(URI.create(theatre.app.extra("messages") + "/message/"
            + theatre.app.key() + "/" + millis + "/" + URLEncoder.encode(digest, UTF_8)), new Ear()).join();
    }

    private String next() throws InterruptedException {
        var text = heard.poll(60, TimeUnit.SECONDS);
        assertThat(text).as("a text within a minute").isNotNull();
        return String.valueOf(text);
    }

    private final class Ear implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            heard.add(data.toString());
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
            heard.add("closed " + statusCode);
            return null;
        }
    }
}
