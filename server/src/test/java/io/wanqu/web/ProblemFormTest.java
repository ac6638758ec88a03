package io.wanqu.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WanquTest
class ProblemFormTest {

    @Autowired
    private Api api;

    @Autowired
    private Storefront storefront;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Shop shop;
    private String token;

    @BeforeEach
    void open() {
        shop = storefront.shop();
        token = api.tokenForAll(shop);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                              | 400 | web.malformed-json  | ''
            {"title":"a","title":"b","description":"","state":"ON"}        | 400 | web.malformed-json  | ''
            []                                                             | 422 | web.wrong-type      | ''
            {"titel":"a"}                                                  | 422 | web.unknown-field   | /titel
            {"title":{},"description":"","state":"ON"}                     | 422 | web.wrong-type      | /title
            {"title":"a","description":"","state":"SOLD"}                  | 422 | web.wrong-type      | /state
            {"title":"a","description":"","state":1}                       | 422 | web.wrong-type      | /state
            {"title":"","description":"","state":"ON"}                     | 422 | kernel.invalid-value| /title
            {"title":"a","description":""}                                 | 422 | kernel.invalid-value| /state
            """)
    void names_the_wrong_field_of_a_product(String body, int status, String code, String field) {
        var answer = api.post("/api/v1/products", token, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("field").asString()).isEqualTo(field);
        assertThat(answer.json().path("expected").asString()).isNotBlank();
        assertThat(api.get("/api/v1/products", token).json().path("items").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"lines":[{"sku":"1","quantity":1.5}]}                   | 422 | web.wrong-type       | /lines/0/quantity
            {"lines":[{"sku":"1","quantity":"1"}]}                   | 422 | web.wrong-type       | /lines/0/quantity
            {"lines":[{"sku":"1","quantity":99999999999}]}           | 422 | web.wrong-type       | /lines/0/quantity
            {"lines":[{"sku":1,"quantity":1}]}                       | 422 | web.wrong-type       | /lines/0/sku
            {"lines":[{"sku":"x","quantity":1}]}                     | 422 | kernel.invalid-id    | /lines/0/sku
            {"lines":[{"sku":"-4","quantity":1}]}                    | 422 | kernel.invalid-id    | /lines/0/sku
            {"lines":[{"quantity":1}]}                               | 422 | kernel.invalid-value | /lines/0/sku
            {"lines":[null]}                                         | 422 | kernel.invalid-value | /lines
            {"lines":[]}                                             | 422 | kernel.invalid-value | /lines
            {"lines":7}                                              | 422 | web.wrong-type       | /lines
            {}                                                       | 422 | kernel.invalid-value | /lines
            """)
    void names_the_wrong_field_of_a_quote(String body, int status, String code, String field) {
        var answer = api.post("/api/v1/shops/" + shop.slug() + "/quotes", null, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /api/v1/nothing            | 404 | web.no-such-page
            GET    | /api/v1/products/abc       | 422 | kernel.invalid-id
            GET    | /api/v1/skus/0             | 422 | kernel.invalid-id
            GET    | /api/v1/products?limit=0   | 422 | kernel.invalid-value
            GET    | /api/v1/products?limit=201 | 422 | kernel.invalid-value
            GET    | /api/v1/products?limit=x   | 422 | kernel.invalid-value
            GET    | /api/v1/products?after=x   | 422 | kernel.invalid-id
            GET    | /api/v1/products/7         | 404 | catalog.unknown-product
            DELETE | /api/v1/products           | 405 | web.method-not-allowed
            GET    | /api/v1/shops/no-such      | 404 | shop.unknown
            GET    | /problems/no.such          | 404 | web.no-such-page
            PUT    | /api/v1/shop               | 400 | web.missing-body
            """)
    void refuses_in_one_form_everywhere(String method, String path, int status, String code) {
        var answer = api.send(method, path, token, null, "Content-Type", "application/json");

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/" + code);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("instance").asString()).isEqualTo(path.split("\\?")[0]);
        assertThat(answer.json().path("traceId").asString()).isEqualTo(answer.header("X-Request-Id")).isNotBlank();
    }

    @Test
    void speaks_the_language_that_is_asked_for() {
        var path = "/api/v1/shops/no-such";

        assertThat(api.get(path, null, "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8").json().path("title").asString()).isEqualTo("店铺不存在");
        assertThat(api.get(path, null, "Accept-Language", "zh-CN").json().path("detail").asString()).isEqualTo("店铺“no-such”不存在。");
        assertThat(api.get(path, null, "Accept-Language", "en,zh;q=0.5").json().path("title").asString()).isEqualTo("There is no such shop");
        assertThat(api.get(path, null, "Accept-Language", "fr").json().path("detail").asString()).isEqualTo("There is no shop \"no-such\".");
        assertThat(api.get(path, null, "Accept-Language", ";;broken").header("Content-Language")).isEqualTo("en");
    }

    @Test
    void names_the_allowed_methods_and_the_readable_forms() {
        var method = api.send("DELETE", "/api/v1/products", token, null);
        var form = api.send("PUT", "/api/v1/shop", token, "<shop/>", "Content-Type", "application/xml");

        assertThat(method.header("Allow")).isEqualTo("GET, POST");
        assertThat(form.status()).isEqualTo(415);
        assertThat(form.json().path("expected").asString()).contains("application/json");
    }

    @Test
    void keeps_the_request_id_of_the_caller_when_it_is_harmless() {
        assertThat(api.get("/api/v1/nothing", null, "X-Request-Id", "abcdef-123456").json().path("traceId").asString())
                .isEqualTo("abcdef-123456");
        assertThat(api.get("/api/v1/nothing", null, "X-Request-Id", "<script>alert(1)</script>").text()).doesNotContain("script");
    }

    @Test
    void serves_the_page_a_problem_points_at() {
        var type = api.get("/api/v1/shops/no-such", null).json().path("type").asString();

        assertThat(api.get(type, null).text()).contains("# There is no such shop", "## 店铺不存在");
        assertThat(api.get("/problems/..%2F..%2Fapplication.yaml", null).status()).isIn(400, 404);
    }

    @Test
    void takes_no_huge_body_into_memory_whether_its_length_is_told_or_not() {
        var path = "/api/v1/shops/" + shop.slug() + "/quotes";
        var body = "{\"lines\":[" + "{\"sku\":\"1\",\"quantity\":1},".repeat(50_000) + "null]}";

        var told = api.post(path, null, body);
        var chunked = api.chunked(path, body);

        assertThat(told.status()).isEqualTo(413);
        assertThat(told.code()).isEqualTo("web.body-too-large");
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.json().path("bytesMax").asLong()).isEqualTo(1 << 20);
    }

    @Test
    void tells_nothing_about_what_nobody_expected() {
        var problem = ProblemAdvice.problem(new IllegalStateException("password=hunter2"));

        assertThat(ProblemAnswers.status(problem)).isEqualTo(500);
        assertThat(problem.facts()).isEmpty();
        assertThat(problem.getMessage()).doesNotContain("hunter2");
    }

    /** The session that waits for a row of ours is ended, as a restart of the database would end it. */
    @Test
    void a_connection_that_breaks_on_the_way_is_said_to_be_away_and_the_same_request_again_works() throws Exception {
        var key = UUID.randomUUID().toString();
        var answer = transaction.execute(status -> {
            jdbc.sql("select slug from shop.shop where shop_id = ? for update").param(shop.id().value()).query(String.class).single();
            var asked = CompletableFuture.supplyAsync(() -> api.send("PUT", "/api/v1/shop/closure", token, null, "Idempotency-Key", key));
            await().pollInSameThread().atMost(60, SECONDS).until(() -> !jdbc.sql("""
                    select pg_terminate_backend(pid)
                      from pg_stat_activity
                     where pg_backend_pid() = any(pg_blocking_pids(pid))
                    """).query(Boolean.class).list().isEmpty());
            return asked.join();
        });

        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("kernel.database-away");
        assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("1");
        assertThat(api.get("/api/v1/shop", token).json().path("state").asString()).isEqualTo("OPEN");
        var again = api.send("PUT", "/api/v1/shop/closure", token, null, "Idempotency-Key", key);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(api.get("/api/v1/shop", token).json().path("state").asString()).isEqualTo("CLOSED");
    }
}
