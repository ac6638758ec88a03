package io.wanqu.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.wanqu.attacks.Endpoints.Endpoint;
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
    private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg/onload=alert(3)>";
    private static final long SLOW_MILLIS = 8_000;

    @Autowired
    private Endpoints endpoints;
    @Autowired
    private Target target;
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

    @Test
    void no_statement_is_changed_by_any_parameter_or_field_of_any_endpoint() {
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

    @Test
    void what_a_shop_writes_comes_back_as_text_that_no_browser_runs() {
        var written = List.of(
                target.send("POST", "/api/v1/products", owner, json("{\"title\":%s,\"description\":%s,\"state\":\"ON\"}", SCRIPT, SCRIPT)),
                target.send("PUT", "/api/v1/shop", owner, json("{\"name\":%s}", SCRIPT.substring(0, 60))),
                target.send("POST", "/api/v1/pools", owner, json("{\"name\":%s,\"daily\":false}", SCRIPT.substring(0, 60))),
                target.send("POST", "/api/v1/own-channels", owner, json("{\"kind\":\"TILL\",\"name\":%s}", SCRIPT.substring(0, 50))));
        var slug = mine.shop().slug();

        assertThat(written).allSatisfy(answer -> assertThat(answer.status()).as(answer.text()).isLessThan(500));
        var read = List.of("/api/v1/products", "/api/v1/shop", "/api/v1/pools", "/api/v1/own-channels", "/api/v1/shops/" + slug + "/products",
                "/api/v1/trail", "/s/" + slug, "/shops/" + slug);
        for (var path : read) {
            var answer = target.send("GET", path, owner, null);
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            if (answer.header("Content-Type").startsWith("text/html")) {
                assertThat(answer.text()).as(path).doesNotContain("<script>alert", "<img src=x", "<svg/onload");
            } else {
                assertThat(answer.header("Content-Type")).as(path).contains("json");
            }
        }
        AttackReport.tell("cross-site scripting by stored text", read.size() + written.size(), "JSON with nosniff, or escaped");
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

    /** How many rows the neighbour has in each table that knows shops; what he did himself is sealed behind his back. */
    private Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        jdbc.sql("""
                select c.oid::regclass::text as name
                  from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'shop_id' and not a.attisdropped
                 where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace::regnamespace::text not like 'pg\\_%'
                   and c.oid <> 'kernel.trail_chain'::regclass
                """).query(String.class).list()
                .forEach(table -> rows.put(table, jdbc.sql("select count(*) from " + table + " where shop_id = ?").param(victim.shop().id().value())
                        .query(Long.class).single()));
        return rows;
    }
}
