package io.wanqu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class IdempotencyTest {

    private static final String KEY = "Idempotency-Key";
    private static final String PATH = "/api/v1/products";
    private static final String BODY = "{\"title\":\"Rare game\",\"description\":\"\",\"state\":\"ON\"}";

    @Autowired
    private Api api;

    @Autowired
    private Storefront storefront;

    @Autowired
    private IdempotentAnswers stored;

    @Autowired
    private JdbcClient jdbc;

    private Shop shop;
    private String token;
    private String key;

    @BeforeEach
    void open() {
        shop = storefront.shop();
        token = api.tokenForAll(shop);
        key = UUID.randomUUID().toString();
    }

    @Test
    void gives_the_first_answer_again() {
        var first = api.post(PATH, token, BODY, KEY, key);

        var second = api.post(PATH, token, BODY, KEY, "\"" + key + "\"");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(products()).isEqualTo(1);
    }

    @Test
    void refuses_the_key_of_a_request_with_other_content() {
        api.post(PATH, token, BODY, KEY, key);

        var other = api.post(PATH, token, BODY.replace("Rare", "Common"), KEY, key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("kernel.idempotency-key-reused");
        assertThat(products()).isEqualTo(1);
    }

    @Test
    void refuses_a_request_without_a_proper_key() {
        assertThat(List.of("short", "x".repeat(201))).allSatisfy(bad -> {
            var answer = api.post(PATH, token, BODY, KEY, bad);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("kernel.idempotency-key-missing");
        });
        assertThat(products()).isZero();
    }

    @Test
    void runs_once_when_fifty_ask_at_the_same_time() throws Exception {
        List<Api.Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = threads.invokeAll(IntStream.range(0, 50)
                    .<Callable<Api.Answer>>mapToObj(i -> () -> api.post(PATH, token, BODY, KEY, key)).toList());
            answers = futures.stream().map(Future::resultNow).toList();
        }

        assertThat(answers.stream().filter(answer -> answer.status() == 201 && answer.header("Idempotency-Replayed").isEmpty())).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.code().equals("kernel.still-running"));
        assertThat(products()).isEqualTo(1);
    }

    @Test
    void frees_the_key_after_a_refusal() {
        var refused = api.post(PATH, token, BODY.replace("ON", "on"), KEY, key);

        var corrected = api.post(PATH, token, BODY, KEY, key);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(corrected.status()).isEqualTo(201);
    }

    @Test
    void keeps_the_keys_of_two_tokens_apart() {
        var first = api.post("/api/v1/tokens", token, "{\"name\":\"till\",\"scopes\":[\"shop:read\"]}", KEY, key);

        var spy = api.post("/api/v1/tokens", api.token(shop, Scope.SHOP_READ), "{\"name\":\"till\",\"scopes\":[\"shop:read\"]}", KEY, key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(spy.status()).isEqualTo(403);
        assertThat(spy.text()).doesNotContain("wq_");
    }

    @Test
    void stores_no_answer_and_no_token_in_the_clear() {
        var secret = api.post("/api/v1/tokens", token, "{\"name\":\"till\",\"scopes\":[\"shop:read\"]}", KEY, key).json().path("token").asString();

        var rows = jdbc.sql("select encode(answer, 'escape') from web.idempotency where shop_id = :shop")
                .param("shop", shop.id().value()).query(String.class).list();
        var tokens = jdbc.sql("select string_agg(t::text, ',') from identity.token t where shop_id = :shop")
                .param("shop", shop.id().value()).query(String.class).single();

        assertThat(secret).matches("wq_[A-Za-z0-9_-]{43}");
        assertThat(rows).hasSize(1).noneMatch(row -> row.contains(secret));
        assertThat(tokens).doesNotContain(secret.substring(3));
        assertThat(api.get("/api/v1/shop", secret).status()).isEqualTo(200);
    }

    @Test
    void says_still_running_until_the_lease_of_a_lost_request_is_over() {
        api.post(PATH, token, BODY, KEY, key);
        set("state = 'running', status = null, answer = null");

        assertThat(api.post(PATH, token, BODY, KEY, key).code()).isEqualTo("kernel.still-running");

        set("started_at = now() - interval '3 minutes'");
        assertThat(api.post(PATH, token, BODY, KEY, key).status()).isEqualTo(201);
    }

    @Test
    void forgets_answers_that_are_too_old() {
        api.post(PATH, token, BODY, KEY, key);
        set("started_at = timestamptz '2020-01-01 00:00:00Z'");

        var forgotten = stored.forget(Instant.parse("2020-01-02T00:00:00Z"));

        assertThat(forgotten).isEqualTo(1);
        assertThat(api.post(PATH, token, BODY, KEY, key).header("Idempotency-Replayed")).isEmpty();
        assertThat(products()).isEqualTo(2);
    }

    private void set(String change) {
        jdbc.sql("update web.idempotency set " + change + " where shop_id = :shop").param("shop", shop.id().value()).update();
    }

    private long products() {
        return jdbc.sql("select count(*) from catalog.product where shop_id = :shop").param("shop", shop.id().value())
                .query(Long.class).single();
    }
}
