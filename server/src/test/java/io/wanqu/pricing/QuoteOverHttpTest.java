package io.wanqu.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.wanqu.catalog.Offer;
import io.wanqu.catalog.WriteProduct;
import io.wanqu.shop.ChangeShop;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WanquTest
class QuoteOverHttpTest {

    @Autowired
    private Api api;

    @Autowired
    private Storefront storefront;

    @Autowired
    private ChangeShop changeShop;

    @Autowired
    private WriteProduct writeProduct;

    private Shop shop;
    private Offer offer;

    @BeforeEach
    void open() {
        shop = storefront.shop();
        offer = storefront.offer(shop, 990);
    }

    @Test
    void tells_the_price_of_a_basket_and_why() {
        var token = api.tokenForAll(shop);
        var list = api.send("PUT", "/api/v1/price-lists/" + offer.sku(), token,
                "{\"prices\":[{\"name\":\"Bulk\",\"minQuantity\":5,\"unitMinor\":900}]}");

        var quote = quote(offer.sku().text(), 5).json();

        assertThat(list.json().path("version").asLong()).isEqualTo(1);
        assertThat(quote.path("total").toString()).isEqualTo("{\"minor\":4500,\"currency\":\"CNY\"}");
        assertThat(quote.path("lines").get(0).path("reasons").toString())
                .isEqualTo("[\"list-price: list price: 9.90 CNY\",\"price-list: price list 'Bulk' from 5 pieces: 9.00 CNY\"]");
        assertThat(api.get("/api/v1/price-lists/" + offer.sku(), token).json().path("prices")).isEqualTo(list.json().path("prices"));
    }

    @Test
    void refuses_what_can_not_be_bought() {
        assertThat(quote(storefront.offer(storefront.shop(), 1).sku().text(), 1).code()).isEqualTo("catalog.unknown-sku");
        assertThat(quote("1", 1).code()).isEqualTo("catalog.unknown-sku");
        assertThat(quote(offer.sku().text(), 11).json().path("field").asString()).isEqualTo("/lines/0/quantity");
        assertThat(quote(offer.sku().text(), 0).json().path("expected").asString()).isEqualTo("a whole number from 1 to 10");
        assertThat(quote(offer.sku().text(), -1).status()).isEqualTo(422);
    }

    @Test
    void refuses_what_is_off_and_a_shop_that_is_closed() {
        writeProduct.change(shop.id(), offer.product(), new WriteProduct.Content("Rare game", "", WriteProduct.State.OFF));
        assertThat(quote(offer.sku().text(), 1).code()).isEqualTo("catalog.not-on-sale");

        changeShop.close(shop.id());
        assertThat(quote(offer.sku().text(), 1).code()).isEqualTo("shop.not-open");
    }

    @Test
    void a_refused_basket_spoils_none_of_those_that_are_priced_with_it() throws Exception {
        var baskets = IntStream.range(0, 100).<Callable<String>>mapToObj(n -> () -> n % 2 == 0
                ? quote(offer.sku().text(), 1 + n % 5).json().path("total").path("minor").asString()
                : quote(n % 3 == 0 ? "1" : offer.sku().text(), 11).json().path("code").asString()).toList();

        List<String> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(baskets).stream().map(Future::resultNow).toList();
        }

        for (var n = 0; n < answers.size(); n++) {
            assertThat(answers.get(n)).isEqualTo(n % 2 == 0 ? Integer.toString(990 * (1 + n % 5))
                    : n % 3 == 0 ? "catalog.unknown-sku" : "kernel.invalid-value");
        }
    }

    private Api.Answer quote(String sku, int quantity) {
        return api.post("/api/v1/shops/" + shop.slug() + "/quotes", null,
                "{\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]}".formatted(sku, quantity));
    }
}
