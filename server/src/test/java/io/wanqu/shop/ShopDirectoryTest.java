package io.wanqu.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import io.wanqu.kernel.Ids;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.People;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WanquTest
class ShopDirectoryTest {

    @Autowired
    private Api api;

    @Autowired
    private People people;

    @Autowired
    private Purse purse;

    @Autowired
    private Storefront storefront;

    @Autowired
    private Ids ids;

    private String operator;

    @BeforeEach
    void somebodyOfThePlatform() {
        operator = purse.operator();
    }

    @Test
    void finds_a_shop_by_a_part_of_its_address_with_who_owns_it() {
        var slug = "dir-" + Long.toString(ids.next(), 36);
        var asked = people.signedIn(people.person()).post("/api/v1/shop-applications", "{\"slug\":\"" + slug
                + "\",\"name\":\"Cards Of Lin\",\"currency\":\"CNY\",\"category\":\"games\",\"company\":\"\",\"reason\":\"\"}");
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);

        var found = search(slug.toUpperCase(Locale.ROOT));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().path("name").asString()).isEqualTo("Cards Of Lin");
        assertThat(found.getFirst().path("state").asString()).isEqualTo("OPEN");
        assertThat(found.getFirst().path("openedAt").asString()).isNotBlank();
        assertThat(found.getFirst().path("owners")).hasSize(1);
        assertThat(found.getFirst().path("owners").path(0).path("name").asString()).isNotBlank();
        var one = api.get("/api/v1/operator/shops/" + found.getFirst().path("id").asString(), operator);
        assertThat(one.json()).isEqualTo(found.getFirst());
    }

    @Test
    void takes_what_is_looked_for_by_its_letters() {
        storefront.shop();

        assertThat(search("%25")).isEmpty();
        assertThat(api.get("/api/v1/operator/shops?state=gone", operator).code()).isEqualTo("kernel.invalid-value");
        assertThat(api.get("/api/v1/operator/shops/4711", operator).code()).isEqualTo("shop.unknown");
    }

    @Test
    void goes_through_all_shops_page_by_page_newest_first() {
        var older = storefront.shop();
        var newer = storefront.shop();

        var first = api.get("/api/v1/operator/shops?limit=1", operator).json();
        var second = api.get("/api/v1/operator/shops?limit=200&after=" + newer.id(), operator).json();

        assertThat(first.path("items")).hasSize(1);
        assertThat(first.path("next").asString()).isNotBlank();
        assertThat(second.path("items").path(0).path("id").asString()).isEqualTo(older.id().text());
    }

    @Test
    void names_the_shops_that_are_asked_for_and_leaves_out_those_that_are_not_there() {
        var shop = storefront.shop();

        var names = api.get("/api/v1/operator/shop-names?shops=" + shop.id() + ",4711", operator).json();

        assertThat(names).hasSize(1);
        assertThat(names.path(0).path("slug").asString()).isEqualTo(shop.slug());
        assertThat(api.get("/api/v1/operator/shop-names?shops=" + shop.id(), api.tokenForAll(shop)).code()).isEqualTo("kernel.operator-only");
    }

    private List<JsonNode> search(String part) {
        return api.get("/api/v1/operator/shops?search=" + part, operator).json().path("items").valueStream().toList();
    }
}
