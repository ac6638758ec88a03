package io.wanqu.attacks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;

import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.http.Outbound;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An address that a merchant names never leads into the machine or the network around it. */
@WanquTest
@ExtendWith(AttackReport.class)
class OutboundTest {

    private static final List<String> INSIDE = List.of("http://127.0.0.1/", "https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://10.0.0.1/",
            "https://192.168.1.1/", "https://172.16.0.1/", "https://169.254.169.254/latest/meta-data/", "https://metadata.internal/", "https://0/",
            "https://2130706433/", "https://0x7f000001/", "https://127.1/", "https://[::ffff:10.0.0.1]/", "https://printer.local/", "https://intranet/",
            "https://shop.example@10.0.0.1/", "file:///etc/passwd", "gopher://example.com/", "ftp://example.com/", "https:///x", "javascript:alert(1)",
            "http://example.com/", "https://example.com/?to=x", "https://example.com:99999/");

    @Autowired
    private Target target;

    @Test
    void no_merchant_can_name_a_place_inside() {
        var owner = target.owner(target.stall());
        var requests = 0;

        for (var address : INSIDE.stream().filter(it -> !it.contains("127.0.0.1/") && !it.contains("localhost")).toList()) {
            var channel = target.send("POST", "/api/v1/channels", owner, """
                    {"kind":"doudian","name":"x","baseUri":"%s","appKey":"k","appSecret":"s","externalShop":"1","code":"c"}""".formatted(address));
            var account = target.send("POST", "/api/v1/payment-accounts", owner, """
                    {"rail":"stripe","payee":"acct","app":"a","baseUri":"%s","keys":{"secretKey":"x","publishableKey":"x","webhookSecret":"x"}}"""
                    .formatted(address));
            requests += 2;
            assertThat(channel.code()).as(address).isEqualTo("kernel.invalid-value");
            assertThat(account.code()).as(address).isEqualTo("kernel.invalid-value");
        }
        AttackReport.tell("request forgery through base addresses", requests, "every place inside refused");
    }

    @Test
    void without_leave_this_machine_is_inside_too() {
        assertThat(INSIDE).allSatisfy(address ->
                assertThatExceptionOfType(InvalidValue.class).as(address).isThrownBy(() -> Outbound.address("/baseUri", address, false)));
        assertThat(Outbound.address("/baseUri", "https://api.example.com/path", false)).hasHost("api.example.com");
        assertThat(Outbound.address("/baseUri", "http://localhost:8080/x", true)).hasPort(8080);
    }

    /** The name may have been good when it was written down: what counts is where it leads now. */
    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/", "http://localhost:1/", "http://10.1.2.3/", "http://192.168.0.1/", "http://169.254.169.254/", "http://[::1]/",
            "http://[fd00::1]/", "http://[fe80::1]/", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::a00:1]/", "http://[2002:a00:1::]/", "http://100.64.0.1/",
            "http://198.18.0.1/", "http://0.0.0.0/", "http://224.0.0.1/", "http://255.255.255.255/"})
    void a_name_that_leads_inside_is_not_called(String address) {
        var client = Outbound.client(Duration.ofSeconds(1), false);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding()))
                .withMessageContaining("no public address");
        assertThat(client.sendAsync(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())).isCompletedExceptionally();
        assertThat(client.newWebSocketBuilder().buildAsync(URI.create(address.replace("http:", "ws:")), new WebSocket.Listener() {
        })).isCompletedExceptionally();
    }

    @Test
    void a_socket_is_opened_where_calls_may_go() throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outbound.client(Duration.ofSeconds(5), true).newWebSocketBuilder().header("X-Who", "us")
                    .buildAsync(URI.create("ws://127.0.0.1:" + listener.getLocalPort() + "/line"), new WebSocket.Listener() {
                    });

            try (var socket = listener.accept()) {
                var request = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).lines().takeWhile(line -> !line.isEmpty()).toList();
                assertThat(request).startsWith("GET /line HTTP/1.1").contains("Upgrade: websocket", "X-Who: us");
            }
        }
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        var reached = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/from", exchange -> {
            exchange.getResponseHeaders().set("Location", "/inside");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/inside", exchange -> {
            reached.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            var client = Outbound.client(Duration.ofSeconds(5), true);
            var answer = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/from")).build(),
                    BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(reached).hasValue(0);
        } finally {
            server.stop(0);
        }
    }
}
