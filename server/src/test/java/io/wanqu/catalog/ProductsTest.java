package io.wanqu.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;

import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.SkuId;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class ProductsTest {

    private static final PoolId POOL = new PoolId(815);

    @Autowired
    private WriteProduct writeProduct;

    @Autowired
    private WriteSku writeSku;

    @Autowired
    private Offers offers;

    @Autowired
    private Storefront storefront;

    @Autowired
    private Market market;

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient jdbc;

    private Shop shop;
    private String products;

    @BeforeEach
    void open() {
        shop = storefront.shop();
        products = "/api/v1/shops/" + shop.slug() + "/products";
    }

    @Test
    void shows_buyers_only_what_is_on_sale() {
        var shown = storefront.product(shop, "Rare game");
        storefront.sku(shop, shown, 990, POOL);
        var off = storefront.sku(shop, shown, 1_990, POOL);
        writeSku.change(shop.id(), off, new WriteSku.Content(POOL, "Gold", Money.of(1_990, "CNY"), false, 5, false));
        var draft = writeProduct.add(shop.id(), new WriteProduct.Content("Coming", "", WriteProduct.State.DRAFT));

        var list = api.get(products, null).json().path("items");

        assertThat(list).hasSize(1);
        assertThat(list.get(0).path("title").asString()).isEqualTo("Rare game");
        assertThat(list.get(0).path("skus")).hasSize(1);
        assertThat(list.get(0).path("skus").get(0).path("price").toString()).isEqualTo("{\"minor\":990,\"currency\":\"CNY\"}");
        assertThat(api.get(products + "/" + draft, null).code()).isEqualTo("catalog.unknown-product");
        assertThat(api.get(products + "/" + shown, null).json().path("description").asString()).isEqualTo("One key each.");
    }

    @Test
    void shows_how_many_are_left_of_each_sku() {
        var stall = market.stall(shop, 3);

        var skus = api.get(products, null).json().path("items").get(0).path("skus");

        assertThat(skus.get(0).path("id").asString()).isEqualTo(stall.sku().text());
        assertThat(skus.get(0).path("left").asLong()).isEqualTo(3);
    }

    @Test
    void pages_through_all_products_once_newest_first() {
        var expected = new ArrayList<String>();
        for (var i = 0; i < 7; i++) {
            expected.addFirst(Long.toString(storefront.offer(shop, 100).product()));
        }

        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = api.get(products + "?limit=3" + after, null).json();
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
            after = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());

        assertThat(seen).containsExactlyElementsOf(expected);
    }

    @Test
    void saves_the_way_when_nothing_changed() {
        var product = storefront.offer(shop, 990).product();
        var first = api.get(products + "/" + product, null);

        var again = api.get(products + "/" + product, null, "If-None-Match", first.header("ETag"));
        writeProduct.change(shop.id(), product, new WriteProduct.Content("Rarer game", "", WriteProduct.State.ON));
        var changed = api.get(products + "/" + product, null, "If-None-Match", first.header("ETag"));

        assertThat(first.header("Cache-Control")).isEqualTo("max-age=2, public");
        assertThat(again.status()).isEqualTo(304);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(first.header("ETag"));
    }

    @Test
    void does_not_show_the_product_of_another_shop() {
        var foreign = storefront.offer(storefront.shop(), 990);

        assertThat(api.get(products + "/" + foreign.product(), null).code()).isEqualTo("catalog.unknown-product");
    }

    @Test
    void finds_offers_of_many_shops_with_their_names() {
        var mine = storefront.offer(shop, 990, POOL);
        var other = storefront.offer(storefront.shop(), 10);
        writeSku.change(shop.id(), mine.sku(), new WriteSku.Content(POOL, "Gold", Money.of(1_200, "CNY"), true, 7, true));

        var found = offers.find(List.of(mine.sku(), other.sku(), new SkuId(1)));

        assertThat(found).hasSize(2).containsEntry(other.sku(), other);
        assertThat(found.get(mine.sku())).isEqualTo(new Offer(shop.id(), mine.sku(), mine.product(), POOL, "Rare game · Gold",
                Money.of(1_200, "CNY"), true, 7, true));
    }

    @Test
    void takes_every_sku_off_with_its_product() {
        var offer = storefront.offer(shop, 990);

        writeProduct.change(shop.id(), offer.product(), new WriteProduct.Content("Rare game", "", WriteProduct.State.OFF));

        assertThat(offers.find(List.of(offer.sku())).get(offer.sku()).onSale()).isFalse();
        assertThat(eventsOf("catalog.product-changed", offer.product())).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, /price/minor", "-1, 1, /price/minor", "1000000000001, 1, /price/minor", "1, 0, /perOrderMax", "1, 1001, /perOrderMax"})
    void refuses_prices_and_limits_beyond_the_border(long minor, int max, String field) {
        var offer = storefront.offer(shop, 990);

        assertThatExceptionOfType(KernelProblem.InvalidValue.class)
                .isThrownBy(() -> writeSku.change(shop.id(), offer.sku(),
                        new WriteSku.Content(POOL, "", Money.of(minor, "CNY"), true, max, false)))
                .satisfies(problem -> assertThat(problem.facts()).containsEntry("field", field));

        assertThat(offers.find(List.of(offer.sku()))).containsValue(offer);
        assertThat(eventsOf("catalog.sku-changed", offer.sku().value())).isEqualTo(1);
    }

    @Test
    void refuses_a_price_in_a_foreign_currency() {
        var product = storefront.product(shop, "Rare game");

        assertThatExceptionOfType(CatalogProblem.WrongCurrency.class).isThrownBy(() -> writeSku.add(shop.id(), product,
                new WriteSku.Content(POOL, "", Money.of(990, "USD"), true, 1, false)));

        assertThat(api.get("/api/v1/skus?product=" + product, api.tokenForAll(shop)).json().path("items").isEmpty()).isTrue();
    }

    @Test
    void writes_a_sku_over_http_and_reads_it_back() {
        var product = storefront.product(shop, "Rare game");
        var token = api.tokenForAll(shop);

        var added = api.post("/api/v1/skus", token, """
                {"product":"%d","pool":"815","title":"Gold","price":{"minor":990,"currency":"CNY"},"on":true,"perOrderMax":3}
                """.formatted(product));

        assertThat(added.status()).isEqualTo(201);
        assertThat(api.get(added.header("Location"), token).text()).isEqualTo(added.text());
        assertThat(added.json().path("chooseable").asBoolean()).isFalse();
        assertThat(eventsOf("catalog.sku-changed", Long.parseLong(added.json().path("id").asString()))).isEqualTo(1);
    }

    private long eventsOf(String type, long subject) {
        return jdbc.sql("select count(*) from kernel.event where type = :type and subject = :subject and shop_id = :shop")
                .param("type", type).param("subject", subject).param("shop", shop.id().value()).query(Long.class).single();
    }
}
