package io.wanqu.attacks;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.wanqu.attacks.Endpoints.Endpoint;
import io.wanqu.kernel.trail.SealTrail;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Text that is code somewhere else stays text here: in statements, in pages, in spreadsheets, in headers. */
@WanquTest
@ExtendWith(AttackReport.class)
class InjectionTest {

    private static final List<String> SQL = List.of("' or 1=1--", "'; drop table shop.shop;--", "1);select pg_sleep(9)--", "1 union select 1,2,3--",
            "' || pg_sleep(9) || '", "\\'; delete from catalog.sku;--", "${jndi:ldap://127.0.0.1/x}", "%27%20or%201=1", "7 or 1=1", "$$;select 1;$$");
    private static final long SLOW_MILLIS = 8_000;
    private static final int CATEGORY_MAX = 40;

    @Autowired
    private Endpoints endpoints;
    @Autowired
    private Target target;
    @Autowired
    private SealTrail sealTrail;
    @Autowired
    private JdbcClient jdbc;

    private Stall victim;
    private Stall mine;
    private String owner;
    private String operator;

    @BeforeEach
    void aShopAndItsNeighbour() {
        victim = target.stall();
        mine = target.stall();
        owner = target.owner(mine);
        operator = target.operator();
    }

    /** What the neighbour did himself is sealed behind his back, which is a row more: it is done before they are counted. */
    @Test
    void no_statement_is_changed_by_any_parameter_or_field_of_any_endpoint() {
        await().atMost(60, SECONDS).until(() -> {
            sealTrail.sealAll();
            return unsealed() == 0;
        });
        var before = rows();
        var failures = new ArrayList<String>();
        var requests = 0;

        for (var endpoint : endpoints.all()) {
            for (var payload : SQL) {
                var query = String.join("&", endpoint.parameters("query").stream().map(name -> name + "=" + Endpoint.encoded(payload)).toList());
                for (var path : List.of(endpoint.at((name, schema) -> payload), endpoint.at((name, schema) -> "1234567890123") + "?" + query)) {
                    var answer = target.send(endpoint.method(), path, target.tokenFor(endpoint, owner, operator), body(endpoint, payload));
                    requests++;
                    if (!answer.isOrderly() || answer.millis() > SLOW_MILLIS || answer.text().contains("PSQLException") || answer.text().contains("syntax error")) {
                        failures.add(endpoint.name() + " with " + payload + ": " + answer.status() + " after " + answer.millis() + " ms");
                    }
                }
            }
        }

        assertThat(failures).isEmpty();
        assertThat(rows()).isEqualTo(before);
        AttackReport.tell("SQL injection", requests, "no failure, no delay, no row of the neighbour changed");
    }

    /** Whatever was written or asked for is on the page as text: parsed as a browser parses it, it is no element, no attribute and no script. */
    @Test
    void what_a_shop_writes_comes_back_as_text_that_no_browser_runs() {
        var pages = new ArrayList<String>();
        for (var n = 0; n < PlantedText.ALL.size(); n++) {
            plant(PlantedText.ALL.get(n), "planted-" + n, pages);
        }
        written("PUT", "/api/v1/shop", json("{\"name\":%s}", String.join("", PlantedText.ALL).substring(0, 80)));
        written("POST", "/api/v1/pools", json("{\"name\":%s,\"daily\":false}", PlantedText.ALL.getFirst()));
        var base = "/s/" + mine.shop().slug();
        pages.addAll(List.of(base, "/"));
        PlantedText.ALL.forEach(text -> pages.addAll(List.of(base + "/search?q=" + Endpoint.encoded(text), base + "?lang=" + Endpoint.encoded(text))));
        PlantedText.ALL.stream().filter(text -> !text.contains("/"))
                .forEach(text -> pages.addAll(List.of(base + "/" + Endpoint.encoded(text), "/console/" + Endpoint.encoded(text))));

        for (var path : pages) {
            var answer = target.send("GET", path, null, null);
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            if (answer.header("Content-Type").startsWith("text/html")) {
                assertThat(answer.header("Content-Security-Policy")).as(path).contains("default-src 'none'", "script-src 'self'").doesNotContain("unsafe");
                PlantedText.inert(path, answer.text());
            } else {
                assertThat(answer.header("Content-Type")).as(path).contains("json");
            }
        }
        for (var path : List.of("/api/v1/products", "/api/v1/shop", "/api/v1/pools", "/api/v1/shops/" + mine.shop().slug() + "/products", "/api/v1/trail")) {
            var answer = target.send("GET", path, owner, null);
            assertThat(answer.header("Content-Type")).as(path).contains("json");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        }
        AttackReport.tell("cross-site scripting by stored and reflected text", pages.size(), "text, when parsed; a policy that runs nothing else");
    }

    /** A category and a product in it; both pages really show the text. */
    private void plant(String text, String slug, List<String> pages) {
        var base = "/s/" + mine.shop().slug();
        var name = text.substring(0, Math.min(text.length(), CATEGORY_MAX));
        var category = written("POST", "/api/v1/categories", json("{\"name\":%s,\"slug\":\"" + slug + "\",\"position\":1}", name)).field("id");
        var all = String.join("\n\n", PlantedText.ALL);
        var product = written("POST", "/api/v1/products", json("{\"title\":%s,\"description\":%s,\"howToUse\":%s,\"warranty\":%s,\"state\":\"ON\","
                + "\"categories\":[\"" + category + "\"]}", text, all, all, all)).field("id");
        shows(base + "/p/" + product, text);
        shows(base + "/c/" + slug, name);
        pages.addAll(List.of(base + "/p/" + product, base + "/c/" + slug));
    }

    private void shows(String path, String text) {
        var answer = target.send("GET", path, null, null);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(PlantedText.inert(path, answer.text()).select("h1").text()).as(path).isEqualTo(text);
    }

    private Target.Answer written(String method, String path, String body) {
        var answer = target.send(method, path, owner, body);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }

    @Test
    void no_header_of_an_answer_is_made_by_a_request() {
        var split = "x%0d%0aSet-Cookie:%20evil=1";
        var paths = List.of("/api/v1/shops/" + split, "/api/v1/go/" + split, "/problems/" + split, "/api/v1/skus?after=" + split, "/" + split);

        for (var path : paths) {
            var answer = target.send("GET", path, owner, null, "X-Request-Id", "12345678");
            assertThat(answer.status()).as(path).isLessThan(500);
            assertThat(answer.response().headers().map().toString()).as(path).doesNotContain("evil");
        }
        assertThat(target.send("GET", "/api/v1/shop", owner, null, "X-Request-Id", "<script>").header("X-Request-Id")).doesNotContain("<");
        AttackReport.tell("header injection", paths.size() + 1, "no header made");
    }

    private static String body(Endpoint endpoint, String payload) {
        return endpoint.takesJson() ? endpoint.body((name, schema) -> text(schema, payload)) : endpoint.changes() ? "{}" : null;
    }

    private static JsonNode text(JsonNode schema, String payload) {
        return schema.path("type").asString("string").equals("string") ? JsonNodeFactory.instance.stringNode(payload) : Endpoints.fitting("", schema);
    }

    private static String json(String form, String... texts) {
        return form.formatted((Object[]) Arrays.stream(texts).map(text -> JsonNodeFactory.instance.stringNode(text).toString()).toArray(String[]::new));
    }

    private long unsealed() {
        return jdbc.sql("select count(*) from kernel.trail where shop_id = ? and xid >= kernel.trail_sealed_below()").param(victim.shop().id().value())
                .query(Long.class).single();
    }

    /** How many rows the neighbour has in each table that knows shops. */
    private Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        jdbc.sql("""
                select c.oid::regclass::text as name
                  from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'shop_id' and not a.attisdropped
                 where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace::regnamespace::text not like 'pg\\_%'
                """).query(String.class).list()
                .forEach(table -> rows.put(table, jdbc.sql("select count(*) from " + table + " where shop_id = ?").param(victim.shop().id().value())
                        .query(Long.class).single()));
        return rows;
    }
}
