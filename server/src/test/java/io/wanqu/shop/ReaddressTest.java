package io.wanqu.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import io.wanqu.kernel.Ids;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class ReaddressTest {

    @Autowired
    private Api api;

    @Autowired
    private Storefront storefront;

    @Autowired
    private Shops shops;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private Shop shop;
    private String fresh;

    @BeforeEach
    void open() {
        shop = storefront.shop();
        fresh = "moved-" + Long.toString(ids.next(), 36);
    }

    @Test
    void leads_from_the_old_address_to_the_new_one() {
        assertThat(move(shop, fresh).json().path("slug").asString()).isEqualTo(fresh);

        var old = api.get("/api/v1/shops/" + shop.slug(), null);

        assertThat(old.status()).isEqualTo(308);
        assertThat(old.header("Location")).isEqualTo("/api/v1/shops/" + fresh);
        assertThat(shops.bySlug(shop.slug()).slug()).isEqualTo(fresh);
        assertThat(api.get("/api/v1/shops/" + fresh, null).status()).isEqualTo(200);
    }

    @Test
    void gives_the_old_address_to_nobody_else_and_back_to_the_shop() {
        move(shop, fresh);
        var other = storefront.shop();

        assertThat(move(other, shop.slug()).code()).isEqualTo("shop.slug-taken");
        assertThat(move(shop, shop.slug()).json().path("slug").asString()).isEqualTo(shop.slug());
        assertThat(jdbc.sql("select slug from shop.former_slug where shop_id = ?").param(shop.id().value()).query(String.class).list())
                .containsExactly(fresh);
    }

    @Test
    void gives_an_address_to_one_of_many_who_want_it() throws Exception {
        var wanting = IntStream.range(0, 10).mapToObj(n -> storefront.shop()).toList();

        var answers = Together.run(100, n -> move(wanting.get(n % 10), fresh).status());

        assertThat(answers.stream().filter(status -> status == 200)).hasSize(10);
        assertThat(jdbc.sql("select count(*) from shop.shop where slug = ?").param(fresh).query(Long.class).single()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from shop.former_slug where slug = ?").param(fresh).query(Long.class).single()).isZero();
    }

    private Answer move(Shop of, String slug) {
        return api.send("PUT", "/api/v1/shop/slug", api.tokenForAll(of), "{\"slug\":\"" + slug + "\"}");
    }
}
