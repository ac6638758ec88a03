package io.wanqu.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Requests whose form is the attack: too large, too deep, to another host, by another verb, along another path. */
@WanquTest
@ExtendWith(AttackReport.class)
class RequestFormTest {

    private static final List<String> OUTSIDE = List.of("/../../etc/passwd", "/..%2f..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd", "/problems/..%2f..%2fapplication.yaml",
            "/problems/..%5c..%5capplication.yaml", "/widget/..%2f..%2fapplication.yaml", "/static/....//....//application.yaml", "/console/..%2f..%2f..%2fetc%2fpasswd",
            "/assets/%252e%252e%252fapplication.yaml", "/problems/%00", "/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "//etc/passwd", "/;/actuator/env", "/actuator/env",
            "/actuator/heapdump", "/actuator;x/heapdump", "/.git/config", "/.env");

    @Autowired
    private Target target;
    @Autowired
    private Environment environment;

    private Stall mine;
    private String owner;

    @BeforeEach
    void aShop() {
        mine = target.stall();
        owner = target.owner(mine);
    }

    @Test
    void no_path_leads_out_of_what_is_served() throws Exception {
        for (var path : OUTSIDE) {
            var answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).doesNotContain("root:", "datasource", "spring:", "Manifest-Version", "[core]", "HTTP/1.1 500");
            assertThat(answer.startsWith("HTTP/1.1 2") && answer.contains("password")).as(path).isFalse();
        }
        AttackReport.tell("path traversal and hidden pages", OUTSIDE.size(), "nothing outside was served");
    }

    @Test
    void a_host_that_a_request_claims_stands_in_no_link() throws Exception {
        var answers = List.of(
                raw("GET /api/v1/shops/" + mine.shop().slug() + "/products HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"),
                raw("GET /openapi.json HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n"),
                raw("GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\nConnection: close\r\n\r\n"),
                raw("GET /s/" + mine.shop().slug() + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"),
                raw("GET /problems/shop.unknown HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"));

        assertThat(answers).noneMatch(answer -> answer.toLowerCase(Locale.ROOT).contains("evil.example"));
        assertThat(raw("GET /api/v1/shop HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400");
        AttackReport.tell("host header", answers.size() + 1, "no link made of it");
    }

    @Test
    void two_lengths_or_two_ways_of_telling_the_length_are_refused() throws Exception {
        var smuggled = raw("POST /api/v1/shops/x/quotes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 6\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: keep-alive\r\n\r\n0\r\n\r\nGET /api/v1/shop HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        var twice = raw("POST /api/v1/shops/x/quotes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 4\r\nConnection: close\r\n\r\n{}{}");

        assertThat(twice).startsWith("HTTP/1.1 400");
        assertThat(smuggled.split("HTTP/1.1 ", -1).length - 1).isLessThanOrEqualTo(2);
        assertThat(smuggled).doesNotContain("HTTP/1.1 500");
        AttackReport.tell("request smuggling", 2, "refused, or the length ignored and the connection closed");
    }

    @Test
    void a_body_that_is_too_large_or_too_deep_is_refused_before_it_fills_the_memory() {
        var path = "/api/v1/shops/" + mine.shop().slug() + "/quotes";

        assertThat(target.send("POST", path, null, "{\"lines\":\"" + "x".repeat(20_000_000) + "\"}").code()).isEqualTo("web.body-too-large");
        assertThat(target.send("POST", path, null, "[".repeat(100_000)).status()).isBetween(400, 499);
        assertThat(target.send("POST", path, null, "{\"lines\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}").status()).isBetween(400, 499);
        assertThat(target.send("POST", path, null, "{\"lines\":[" + "{},".repeat(100_000) + "{}]}").status()).isBetween(400, 499);
        assertThat(target.send("GET", "/api/v1/shop?" + "a=b&".repeat(3_000), owner, null).status()).isBetween(200, 499);
        AttackReport.tell("large and deep bodies", 5, "refused");
    }

    @Test
    void a_verb_in_a_header_or_a_parameter_is_not_the_verb() {
        var product = target.send("POST", "/api/v1/products", owner, "{\"title\":\"x\",\"description\":\"\",\"state\":\"ON\"}").header("Location");

        for (var header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            assertThat(target.send("GET", product + "?_method=DELETE", owner, null, header, "PUT").status()).isEqualTo(200);
            assertThat(target.send("POST", product, owner, "{}", header, "PUT").code()).isEqualTo("web.method-not-allowed");
        }
        assertThat(target.send("TRACE", "/api/v1/shop", owner, null).text()).doesNotContain(owner);
        AttackReport.tell("verb tampering", 7, "the verb is the verb");
    }

    @Test
    void a_bomb_among_uploads_does_not_go_off() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            var zeros = new byte[1 << 20];
            Arrays.fill(zeros, (byte) '0');
            for (var i = 0; i < 300; i++) {
                gzip.write(zeros);
            }
        }
        var head = "POST /api/v1/imports/paste HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + owner + "\r\nContent-Type: application/json\r\n"
                + "Content-Encoding: gzip\r\nIdempotency-Key: bomb-12345678\r\nContent-Length: " + bytes.size() + "\r\nConnection: close\r\n\r\n";
        var before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();

        var answer = raw(head, bytes.toByteArray());

        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() - before).isLessThan(250L << 20);
        AttackReport.tell("a packed bomb of 300 MB", 1, "refused");
    }

    private String raw(String request) throws IOException {
        return raw(request, new byte[0]);
    }

    private String raw(String request, byte[] body) throws IOException {
        try (var socket = new Socket("127.0.0.1", environment.getRequiredProperty("local.server.port", Integer.class))) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readNBytes(1 << 20), StandardCharsets.UTF_8);
        }
    }
}
