package io.wanqu.catalog.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.wanqu.catalog.WriteProduct;
import io.wanqu.catalog.WriteProduct.State;
import io.wanqu.catalog.WriteSku;
import io.wanqu.inventory.sharing.OpenPool;
import io.wanqu.kernel.Money;
import io.wanqu.testing.Api;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who has bought something is told how to use it, whatever became of the product. */
@WanquTest
class HowToTest {

    @Autowired
    private Api api;
    @Autowired
    private Storefront storefront;
    @Autowired
    private WriteProduct writeProduct;
    @Autowired
    private WriteSku writeSku;
    @Autowired
    private OpenPool openPool;

    @Test
    void is_told_of_each_product_also_when_it_is_off_sale() {
        var shop = storefront.shop();
        var product = writeProduct.add(shop.id(), new WriteProduct.Content("Card", "", State.OFF, "1. Log in <script>", "", List.of(), 0, List.of(), List.of()));
        var sku = writeSku.add(shop.id(), product, new WriteSku.Content(openPool.open(shop.id(), "Card", false), "", Money.of(990, "CNY"), true, 5, false, null));

        var told = api.get("/api/v1/shops/" + shop.slug() + "/how-to?sku=" + sku + "&sku=1", null).json().path("items");

        assertThat(told.size()).isEqualTo(1);
        assertThat(told.get(0).path("product").asString()).isEqualTo(Long.toString(product));
        assertThat(told.get(0).path("html").asString()).contains("<ol>").doesNotContain("<script>");
    }

    @Test
    void is_told_of_this_shop_alone() {
        var shop = storefront.shop();
        var product = writeProduct.add(shop.id(), new WriteProduct.Content("Card", "", State.ON, "Log in.", "", List.of(), 0, List.of(), List.of()));
        var sku = writeSku.add(shop.id(), product, new WriteSku.Content(openPool.open(shop.id(), "Card", false), "", Money.of(990, "CNY"), true, 5, false, null));

        assertThat(api.get("/api/v1/shops/" + storefront.shop().slug() + "/how-to?sku=" + sku, null).json().path("items").size()).isZero();
    }
}
