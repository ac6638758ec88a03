package io.wanqu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.wanqu.catalog.Offer;
import io.wanqu.identity.IssueToken;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.pricing.WritePriceList;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class AccessTest {

    private static final String PRODUCT = "{\"title\":\"Taken over\",\"description\":\"\",\"state\":\"ON\"}";
    private static final String SKU = """
            {"pool":"77","title":"Taken over","price":{"minor":1,"currency":"CNY"},"on":true,"perOrderMax":5}""";
    private static final String NEW_SKU = SKU.replace("{\"pool\"", "{\"product\":\"PRODUCT\",\"pool\"");
    private static final String PRICES = "{\"prices\":[{\"name\":\"Taken over\",\"unitMinor\":1}]}";
    private static final String TOKEN = "{\"name\":\"spy\",\"scopes\":[\"shop:read\"]}";

    @Autowired
    private Api api;

    @Autowired
    private Storefront storefront;

    @Autowired
    private WritePriceList writePriceList;

    @Autowired
    private IssueToken issueToken;

    @Autowired
    private JdbcClient jdbc;

    private Shop mei;
    private Offer offer;
    private String tokenId;
    private String before;

    @BeforeEach
    void open() {
        mei = storefront.shop();
        offer = storefront.offer(mei, 990);
        writePriceList.replace(mei.id(), offer.sku(), List.of(new WritePriceList.Row("Bulk", null, 5, 900, null, null)));
        issueToken.issue(mei.id(), "Mei's own", Set.of(Scope.SHOP_READ), null);
        tokenId = jdbc.sql("select id::text from identity.token where shop_id = :shop").param("shop", mei.id().value())
                .query(String.class).single();
        before = rowsOf(mei);
    }

    static Stream<Endpoint> endpoints() {
        return Stream.of(
                new Endpoint("GET", "/api/v1/shop", null, Scope.SHOP_READ, 200, false),
                new Endpoint("PUT", "/api/v1/shop", "{\"name\":\"Taken over\"}", Scope.SHOP_WRITE, 200, false),
                new Endpoint("PUT", "/api/v1/shop/closure", null, Scope.SHOP_WRITE, 200, false),
                new Endpoint("DELETE", "/api/v1/shop/closure", null, Scope.SHOP_WRITE, 200, false),
                new Endpoint("GET", "/api/v1/products", null, Scope.SHOP_READ, 200, false),
                new Endpoint("POST", "/api/v1/products", PRODUCT, Scope.CATALOG_WRITE, 201, false),
                new Endpoint("GET", "/api/v1/products/PRODUCT", null, Scope.SHOP_READ, 200, true),
                new Endpoint("PUT", "/api/v1/products/PRODUCT", PRODUCT, Scope.CATALOG_WRITE, 200, true),
                new Endpoint("GET", "/api/v1/skus", null, Scope.SHOP_READ, 200, false),
                new Endpoint("POST", "/api/v1/skus", NEW_SKU, Scope.CATALOG_WRITE, 201, true),
                new Endpoint("GET", "/api/v1/skus/SKU", null, Scope.SHOP_READ, 200, true),
                new Endpoint("PUT", "/api/v1/skus/SKU", SKU, Scope.CATALOG_WRITE, 200, true),
                new Endpoint("GET", "/api/v1/price-lists/SKU", null, Scope.SHOP_READ, 200, false),
                new Endpoint("PUT", "/api/v1/price-lists/SKU", PRICES, Scope.CATALOG_WRITE, 200, true),
                new Endpoint("GET", "/api/v1/tokens", null, Scope.SHOP_WRITE, 200, false),
                new Endpoint("POST", "/api/v1/tokens", TOKEN, Scope.SHOP_WRITE, 201, false),
                new Endpoint("DELETE", "/api/v1/tokens/TOKEN", null, Scope.SHOP_WRITE, 204, true));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void refuses_nobody_and_a_stranger(Endpoint endpoint) {
        assertThat(call(endpoint, null)).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("identity.missing-token");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        });
        assertThat(call(endpoint, "wq_" + "A".repeat(43)).code()).isEqualTo("identity.unknown-token");
        assertThat(call(endpoint, "not a token").code()).isEqualTo("identity.unknown-token");
        assertThat(rowsOf(mei)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void refuses_a_token_without_the_scope(Endpoint endpoint) {
        var token = api.tokenWithout(mei, endpoint.scope);
        before = rowsOf(mei);

        var answer = call(endpoint, token);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("scope").asString()).isEqualTo(endpoint.scope.text());
        assertThat(rowsOf(mei)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void shows_and_changes_nothing_for_the_token_of_another_shop(Endpoint endpoint) {
        var lin = storefront.shop();

        var answer = call(endpoint, api.tokenForAll(lin));

        assertThat(answer.status()).isEqualTo(endpoint.namesRow ? 404 : endpoint.status);
        assertThat(answer.text()).doesNotContain("Rare game", "Bulk", mei.slug(), mei.id().text(), "Mei's own");
        assertThat(rowsOf(mei)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void lets_the_right_token_in(Endpoint endpoint) {
        assertThat(call(endpoint, api.token(mei, endpoint.scope, Scope.SHOP_READ)).status()).isEqualTo(endpoint.status);
    }

    @Test
    void refuses_expired_and_revoked_tokens_alike_but_for_the_code() {
        var expired = api.tokenForAll(mei);
        var revoked = api.tokenForAll(mei);
        jdbc.sql("update identity.token set expires_at = now() - interval '1 second' where shop_id = :shop and id = :id")
                .param("shop", mei.id().value()).param("id", youngest(1)).update();
        jdbc.sql("update identity.token set revoked_at = now() where shop_id = :shop and id = :id")
                .param("shop", mei.id().value()).param("id", youngest(0)).update();

        var answers = List.of(api.get("/api/v1/shop", expired), api.get("/api/v1/shop", revoked),
                api.get("/api/v1/shop", "wq_" + "B".repeat(43)));

        assertThat(answers).extracting(Api.Answer::code)
                .containsExactly("identity.expired-token", "identity.revoked-token", "identity.unknown-token");
        assertThat(answers).extracting(answer -> answer.json().propertyNames().stream().sorted().toList()).containsOnly(
                List.of("code", "detail", "instance", "status", "title", "traceId", "type"));
    }

    private long youngest(int n) {
        return jdbc.sql("select id from identity.token where shop_id = :shop order by id desc offset :n limit 1")
                .param("shop", mei.id().value()).param("n", n).query(Long.class).single();
    }

    private Api.Answer call(Endpoint endpoint, @Nullable String token) {
        return api.send(endpoint.method, fill(endpoint.path), token, endpoint.body == null ? null : fill(endpoint.body));
    }

    private String fill(String text) {
        return text.replace("PRODUCT", Long.toString(offer.product())).replace("SKU", offer.sku().text()).replace("TOKEN", tokenId);
    }

    /** Everything the shop has in the tables behind these endpoints; the use of a token is no change. */
    private String rowsOf(Shop shop) {
        return jdbc.sql("""
                select (select string_agg(s::text, ',') from shop.shop s where shop_id = :shop)
                    || (select string_agg(p::text, ',' order by id) from catalog.product p where shop_id = :shop)
                    || (select string_agg(k::text, ',' order by id) from catalog.sku k where shop_id = :shop)
                    || (select string_agg(r::text, ',' order by position) from pricing.price r where shop_id = :shop)
                    || (select string_agg(id || '/' || coalesce(revoked_at::text, ''), ',' order by id)
                          from identity.token where shop_id = :shop)
                """).param("shop", shop.id().value()).query(String.class).single();
    }

    /** @param namesRow whether the address or the body names a row of the shop */
    record Endpoint(String method, String path, @Nullable String body, Scope scope, int status, boolean namesRow) {
    }
}
