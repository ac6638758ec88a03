package io.wanqu.catalog.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Problem;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class CategoriesTest {

    @Autowired
    private Api api;

    @Autowired
    private Storefront storefront;

    @Autowired
    private WriteCategory writeCategory;

    @Autowired
    private Categories categories;

    @Autowired
    private JdbcClient jdbc;

    private Shop shop;
    private String token;

    @BeforeEach
    void open() {
        shop = storefront.shop();
        token = api.tokenForAll(shop);
    }

    @Test
    void writes_and_reads_a_tree_over_http() {
        var top = api.post("/api/v1/categories", token, "{\"name\":\"游戏\",\"slug\":\"games\",\"position\":2}");
        var child = api.post("/api/v1/categories", token, "{\"name\":\"点卡\",\"parent\":\"" + top.json().path("id").asString() + "\"}");
        var renamed = api.send("PUT", "/api/v1/categories/" + top.json().path("id").asString(), token, "{\"name\":\"Games\",\"slug\":\"games\"}");

        assertThat(top.status()).isEqualTo(201);
        assertThat(child.json().path("slug").asString()).startsWith("c");
        assertThat(renamed.json().path("name").asString()).isEqualTo("Games");
        assertThat(api.get("/api/v1/categories", token).json()).hasSize(2);
        assertThat(api.post("/api/v1/categories", api.tokenWithout(shop, Scope.CATALOG_WRITE), "{\"name\":\"x\"}").code()).isEqualTo("kernel.missing-scope");
    }

    @Test
    void has_two_levels_and_the_database_says_so() {
        var top = add("a", null);
        var below = add("b", top.id());

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> add("c", below.id())).satisfies(it -> assertThat(it.code()).isEqualTo("catalog.too-deep"));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> writeCategory.change(shop.id(), top.id(), content("a", add("d", null).id())))
                .satisfies(it -> assertThat(it.code()).isEqualTo("catalog.too-deep"));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> writeCategory.delete(shop.id(), top.id()));
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> jdbc.sql("""
                insert into catalog.category (shop_id, id, parent_id, level, slug, name) values (:shop, 7, :parent, 2, 'z', 'z')
                """).param("shop", shop.id().value()).param("parent", below.id()).update());
        assertThat(categories.all(shop.id())).hasSize(3);
    }

    @Test
    void gives_a_slug_to_one_of_many_who_want_it() throws Exception {
        var refused = new ArrayList<String>();

        var won = Together.run(100, n -> {
            try {
                return add("same", null);
            } catch (Problem e) {
                synchronized (refused) {
                    refused.add(e.code());
                }
                return null;
            }
        });

        assertThat(won.stream().filter(it -> it != null)).hasSize(1);
        assertThat(refused).hasSize(99).containsOnly("catalog.slug-taken");
        assertThat(categories.all(shop.id())).hasSize(1);
    }

    @Test
    void keeps_the_products_of_a_category_that_goes() {
        var category = add("a", null);
        var product = api.post("/api/v1/products", token, "{\"title\":\"x\",\"description\":\"\",\"state\":\"ON\",\"categories\":[\"" + category.id() + "\"]}");

        var answer = api.send("DELETE", "/api/v1/categories/" + category.id(), token, null);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(api.get(product.header("Location"), token).json().path("categories")).isEmpty();
        assertThat(api.send("DELETE", "/api/v1/categories/" + category.id(), token, null).code()).isEqualTo("catalog.unknown-category");
    }

    private Category add(String slug, Long parent) {
        return writeCategory.add(shop.id(), content(slug, parent));
    }

    private static WriteCategory.Content content(String slug, Long parent) {
        return new WriteCategory.Content(slug, slug, parent == null ? null : Long.toString(parent), null, 1);
    }
}
