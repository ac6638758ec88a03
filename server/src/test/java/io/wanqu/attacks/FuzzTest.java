package io.wanqu.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import io.wanqu.attacks.Endpoints.Endpoint;
import io.wanqu.attacks.Target.Answer;
import io.wanqu.testing.WanquTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whatever is sent to whatever endpoint, the server never fails, and says in a stable code what was wrong. */
@WanquTest
@ExtendWith(AttackReport.class)
class FuzzTest {

    private static final List<String> VALUES = List.of("0", "-1", "x", "9223372036854775808", "99999999999999999999999999", "1e9", "null", "true",
            "..%2f..%2fetc%2fpasswd", "../../etc/passwd", "%00", "\u0000", "a b", "💳", "'", "\"", "{}", "[]", "<x>", "a".repeat(3_000));
    private static final List<String> BODIES = List.of("", " ", "null", "1", "\"x\"", "[]", "[[[[]]]]", "{}", "{", "}", "{\"a\":", "{\"a\":1}{", "{\"a\":1,\"a\":2}",
            "\u0000", "\ufeff{}", "NaN", "{\"\":\"\"}", "[".repeat(2_000), "{\"a\":".repeat(1_500), "{\"a\":" + "9".repeat(2_000) + "}");

    @Autowired
    private Endpoints endpoints;
    @Autowired
    private Target target;

    private String owner;
    private String operator;
    private final List<String> failures = new ArrayList<>();
    private int requests;

    @BeforeEach
    void tokens() {
        owner = target.owner(target.stall());
        operator = target.operator();
    }

    @Test
    void no_path_query_or_header_brings_an_endpoint_down() {
        for (var endpoint : endpoints.all()) {
            for (var value : VALUES) {
                var query = String.join("&", endpoint.parameters("query").stream().map(name -> name + "=" + Endpoint.encoded(value)).toList());
                attack(endpoint, endpoint.at((name, schema) -> value) + (query.isEmpty() ? "" : "?" + query), fitting(endpoint), "value " + shown(value));
            }
        }

        end("malformed paths and queries");
    }

    @Test
    void no_body_brings_an_endpoint_down() {
        for (var endpoint : endpoints.all()) {
            if (endpoint.changes()) {
                BODIES.forEach(body -> attack(endpoint, endpoint.at((name, schema) -> "1234567890123"), body, "body " + shown(body)));
            }
        }

        end("malformed bodies");
    }

    @Test
    void no_field_of_a_wrong_kind_brings_an_endpoint_down() {
        var nodes = JsonNodeFactory.instance;
        List<JsonNode> odd = List.of(nodes.nullNode(), nodes.numberNode(-1), nodes.numberNode(1.5), nodes.numberNode(Long.MAX_VALUE), nodes.numberNode(1e300),
                nodes.booleanNode(false), nodes.stringNode(""), nodes.stringNode("💥\u202e\u0000"), nodes.stringNode("x".repeat(70_000)), nodes.arrayNode(),
                nodes.objectNode(), nodes.arrayNode().add(nodes.nullNode()), nodes.stringNode("2026-99-99T99:99:99Z"), nodes.stringNode("-9223372036854775809"));
        for (var endpoint : endpoints.all()) {
            if (endpoint.takesJson()) {
                odd.forEach(value -> attack(endpoint, endpoint.at((name, schema) -> "1234567890123"), endpoint.body((name, schema) -> value),
                        "every field " + shown(value.toString())));
                attack(endpoint, endpoint.at((name, schema) -> "1234567890123"), fitting(endpoint), "fitting body");
            }
        }

        end("fields of the wrong kind");
    }

    @Test
    void no_content_type_and_no_method_brings_an_endpoint_down() {
        for (var endpoint : endpoints.all()) {
            var path = endpoint.at((name, schema) -> "1234567890123");
            for (var type : List.of("text/xml", "application/x-www-form-urlencoded", "multipart/form-data", "application/json; charset=utf-7", "x", "text/plain")) {
                if (endpoint.changes()) {
                    attack(endpoint, path, "<a/>", "type " + type, "Content-Type", type);
                }
            }
            for (var accept : List.of("text/html", "image/png", "*/*;q=x", "application/xml")) {
                attack(endpoint, path, fitting(endpoint), "accept " + accept, "Accept", accept);
            }
            // The head of a stream would keep the connection for as long as the stream lasts.
            var heads = endpoint.streams() ? List.of("TRACE", "PATCH", "PROPFIND", "OPTIONS") : List.of("TRACE", "PATCH", "PROPFIND", "HEAD", "OPTIONS");
            for (var method : heads) {
                judge(endpoint, "method " + method, target.send(method, path, owner, null), method.equals("HEAD"));
            }
        }

        end("content types and methods");
    }

    private void attack(Endpoint endpoint, String path, @Nullable String body, String how, String... headers) {
        judge(endpoint, how, target.send(endpoint.method(), path, target.tokenFor(endpoint, owner, operator), body, headers), false);
    }

    private void judge(Endpoint endpoint, String how, Answer answer, boolean withoutBody) {
        requests++;
        if (!answer.isOrderly() && !(withoutBody && answer.status() < 500)) {
            failures.add(endpoint.name() + " with " + how + ": " + answer.status() + " " + shown(answer.text()));
        }
    }

    private void end(String attack) {
        assertThat(failures).isEmpty();
        AttackReport.tell(attack, requests, "no failure, every refusal with a code");
    }

    private static @Nullable String fitting(Endpoint endpoint) {
        return endpoint.takesJson() ? endpoint.body(Endpoints::fitting) : endpoint.changes() ? "{}" : null;
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
