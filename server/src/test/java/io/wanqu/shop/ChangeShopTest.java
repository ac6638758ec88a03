package io.wanqu.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.ShopId;
import io.wanqu.testing.Api;
import io.wanqu.testing.OtherNode;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class ChangeShopTest {

    @Autowired
    private OpenShop openShop;

    @Autowired
    private ChangeShop changeShop;

    @Autowired
    private Shops shops;

    @Autowired
    private Storefront storefront;

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient jdbc;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = storefront.shop();
    }

    @Test
    void finds_an_opened_shop_by_slug_and_by_id() {
        var other = storefront.shop();

        assertThat(shops.bySlug(shop.slug())).isEqualTo(shop);
        assertThat(shops.byId(shop.id())).isEqualTo(shop);
        assertThat(shops.byIds(List.of(shop.id(), other.id(), new ShopId(1)))).hasSize(2).containsEntry(other.id(), other);
        assertThat(eventsOf("shop.shop-opened")).isEqualTo(1);
    }

    @Test
    void refuses_a_slug_that_is_taken() {
        assertThatExceptionOfType(ShopProblem.SlugTaken.class).isThrownBy(() -> openShop.open(shop.slug(), "Lin", "CNY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-ab", "ab-", "a--b", "Ab", "a_b", "店铺", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void refuses_a_slug_that_is_not_one(String slug) {
        assertThatExceptionOfType(KernelProblem.InvalidValue.class).isThrownBy(() -> openShop.open(slug, "Lin", "CNY"))
                .satisfies(problem -> assertThat(problem.facts()).containsEntry("field", "/slug"));
    }

    @Test
    void refuses_an_unknown_currency() {
        assertThatExceptionOfType(KernelProblem.InvalidValue.class).isThrownBy(() -> openShop.open("yet-another", "Lin", "XYZ"));
    }

    @Test
    void closes_and_reopens_once_however_often_it_is_asked() {
        assertThat(changeShop.close(shop.id()).state()).isEqualTo(Shop.State.CLOSED);
        assertThat(changeShop.close(shop.id()).state()).isEqualTo(Shop.State.CLOSED);
        assertThat(changeShop.reopen(shop.id()).state()).isEqualTo(Shop.State.OPEN);

        assertThat(eventsOf("shop.shop-changed")).isEqualTo(2);
    }

    @Test
    void keeps_a_suspended_shop_shut_until_the_operator_lifts_it() {
        changeShop.suspend(shop.id());

        assertThatExceptionOfType(ShopProblem.NotOpen.class).isThrownBy(() -> changeShop.reopen(shop.id()));
        assertThat(api.send("DELETE", "/api/v1/shop/closure", api.tokenForAll(shop), null).code()).isEqualTo("shop.not-open");

        changeShop.lift(shop.id());
        assertThat(changeShop.reopen(shop.id()).state()).isEqualTo(Shop.State.OPEN);
    }

    @Test
    void sees_a_change_made_on_another_node_within_two_seconds() {
        assertThat(shops.bySlug(shop.slug()).state()).isEqualTo(Shop.State.OPEN);
        assertThat(shops.byId(shop.id()).state()).isEqualTo(Shop.State.OPEN);

        jdbc.sql("update shop.shop set state = 'closed' where shop_id = :shop").param("shop", shop.id().value()).update();

        OtherNode.isHeardOf(() -> shops.bySlug(shop.slug()).state() == Shop.State.CLOSED && shops.byId(shop.id()).state() == Shop.State.CLOSED);
    }

    @Test
    void renames_a_shop_over_http() {
        var answer = api.send("PUT", "/api/v1/shop", api.tokenForAll(shop), "{\"name\":\" 小美的店 \"}");

        assertThat(answer.json().path("name").asString()).isEqualTo("小美的店");
        assertThat(api.get("/api/v1/shops/" + shop.slug(), null).json().path("name").asString()).isEqualTo("小美的店");
        assertThat(api.get("/api/v1/shops/" + shop.slug(), null).json().has("id")).isFalse();
    }

    private long eventsOf(String type) {
        return jdbc.sql("select count(*) from kernel.event where type = :type and subject = :shop")
                .param("type", type).param("shop", shop.id().value()).query(Long.class).single();
    }
}
