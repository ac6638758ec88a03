package io.wanqu.demo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.wanqu.testing.Api;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WanquTest
@TestPropertySource(properties = {"wanqu.demo=true", "wanqu.demo-file=target/demo-test/demo.json"})
class DemoShopTest {

    private static final String SHOP = "/api/v1/shops/demo";

    @Autowired
    private Api api;

    @Test
    void looks_like_a_real_shop() {
        var home = api.get(SHOP + "/home", null).json();
        var products = api.get(SHOP + "/products", null).json().path("items");

        assertThat(home.path("decorated").asBoolean()).isTrue();
        assertThat(home.path("blocks")).hasSize(7).allMatch(block -> !block.path("products").isArray() || !block.path("kind").asString().equals("PRODUCTS")
                || !block.path("products").isEmpty());
        assertThat(products).hasSize(12).allSatisfy(product -> {
            assertThat(product.path("picture").path("alt").asString()).isNotBlank();
            assertThat(product.path("categories")).isNotEmpty();
            assertThat(api.get("/media/" + product.path("picture").path("hash").asString() + "/400", null).status()).isEqualTo(200);
        });
        assertThat(api.get(SHOP + "/categories", null).json().path("items")).hasSize(3).allMatch(it -> it.path("products").asLong() > 0);
    }

    @Test
    void has_cards_of_all_kinds_a_moment_later() {
        await().atMost(60, SECONDS).untilAsserted(() -> {
            assertThat(product("card").path("stock").asString()).isEqualTo("PLENTY");
            assertThat(product("account").path("stock").asString()).isEqualTo("LAST");
            assertThat(product("number").path("skus").get(0).path("chooseable").asBoolean()).isTrue();
            assertThat(product("number").path("choices").iterator().next().path("items")).hasSize(12);
        });
        assertThat(product("card").path("skus").get(0).path("tiers")).hasSize(3);
        assertThat(product("card").path("skus").get(0).path("price").path("minor").asLong()).isEqualTo(990);
    }

    private JsonNode product(String name) {
        var sku = facts().path(name + "Sku").asString();
        for (var card : api.get(SHOP + "/products", null).json().path("items")) {
            if (card.path("skus").get(0).path("id").asString().equals(sku)) {
                return api.get(SHOP + "/products/" + card.path("id").asString(), null).json();
            }
        }
        throw new IllegalStateException("no product " + name);
    }

    private static JsonNode facts() {
        try {
            return new JsonMapper().readTree(Files.readString(Path.of("target/demo-test/demo.json")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
