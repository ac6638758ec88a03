package io.wanqu.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.testing.Api;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@WanquTest
@TestPropertySource(properties = {"wanqu.web.trusted-proxies=127.0.0.1,::1", "wanqu.web.requests-per-minute-of-address=3",
        "wanqu.web.requests-per-minute-of-token=4"})
class RateLimitTest {

    @Autowired
    private Api api;

    @Autowired
    private Storefront storefront;

    @Test
    void holds_an_address_back_and_says_when_to_come_again() {
        var client = "198.51.100.7";
        for (var left = 2; left >= 0; left--) {
            var answer = api.get("/api/v1/shops/none", null, "X-Forwarded-For", client);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"address\";q=3;w=60");
            assertThat(answer.header("RateLimit")).startsWith("\"address\";r=" + left + ";t=");
        }

        var held = api.get("/api/v1/shops/none", null, "X-Forwarded-For", client);

        assertThat(held.status()).isEqualTo(429);
        assertThat(held.code()).isEqualTo("web.too-many-requests");
        assertThat(Integer.parseInt(held.header("Retry-After"))).isBetween(1, 20);
        assertThat(api.get("/api/v1/shops/none", null, "X-Forwarded-For", "198.51.100.8").status()).isEqualTo(404);
    }

    @Test
    void counts_a_good_token_by_itself_wherever_it_comes_from() {
        var token = api.token(storefront.shop(), Scope.SHOP_READ);
        for (var i = 0; i < 4; i++) {
            assertThat(api.get("/api/v1/shop", token, "X-Forwarded-For", "198.51.101." + i).status()).isEqualTo(200);
        }

        var held = api.get("/api/v1/shop", token, "X-Forwarded-For", "198.51.101.9");

        assertThat(held.status()).isEqualTo(429);
        assertThat(held.header("RateLimit-Policy")).isEqualTo("\"token\";q=4;w=60");
    }

    @Test
    void gives_no_fresh_limit_for_every_invented_token() {
        for (var i = 0; i < 3; i++) {
            assertThat(api.get("/api/v1/shop", "wq_" + String.valueOf(i).repeat(43), "X-Forwarded-For", "198.51.102.7").status()).isEqualTo(401);
        }

        assertThat(api.get("/api/v1/shop", "wq_" + "9".repeat(43), "X-Forwarded-For", "198.51.102.7").status()).isEqualTo(429);
    }

    @Test
    void leaves_calls_from_this_machine_unlimited() {
        for (var i = 0; i < 6; i++) {
            assertThat(api.get("/api/v1/shops/none", null).header("RateLimit")).isEmpty();
        }
    }
}
