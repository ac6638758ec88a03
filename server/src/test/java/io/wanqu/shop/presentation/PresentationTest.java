package io.wanqu.shop.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.testing.Api;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@WanquTest
class PresentationTest {

    private static final String GOOD = """
            {"category":"games","display":{"theme":{"primary":"#0a6e4f","corners":"small"},"logo":"77","home":[{"kind":"banner","title":"Hello","pictures":["78"]}]},\
            "marketing":{"announcement":"Open all night","showSales":false,"showStock":true,"offerGifts":true},\
            "recommendation":{"strategy":"NEWEST","products":[],"shown":6,"personal":false}}""";

    @Autowired
    private Api api;

    @Autowired
    private Storefront storefront;

    @Test
    void shows_two_shops_each_in_its_own_way() {
        var mei = storefront.shop();
        var lin = storefront.shop();

        var written = api.send("PUT", "/api/v1/shop/presentation", api.tokenForAll(mei), GOOD);

        assertThat(written.status()).as(written.text()).isEqualTo(200);
        var shown = api.get("/api/v1/shops/" + mei.slug() + "/presentation", null).json();
        assertThat(shown.path("display").path("theme").path("primary").asString()).isEqualTo("#0a6e4f");
        assertThat(shown.path("recommendation").path("strategy").asString()).isEqualTo("NEWEST");
        var plain = api.get("/api/v1/shops/" + lin.slug() + "/presentation", null).json();
        assertThat(plain.path("display").path("theme").size()).isZero();
        assertThat(plain.path("recommendation").path("strategy").asString()).isEqualTo("BEST_SELLING");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"#0a6e4f\" | \"red\" | /display/theme/primary",
        "\"#0a6e4f\" | \"#0a6e4f;background:url(//evil)\" | /display/theme/primary",
        "\"primary\" | \"position\" | /display/theme",
        "\"banner\" | \"script\" | /display/home/0/kind",
        "[\"78\"] | [\"../78\"] | /display/home/0/pictures",
        "\"77\" | \"javascript:1\" | /display/logo",
        "\"shown\":6 | \"shown\":600 | /recommendation/shown",
        "\"NEWEST\" | \"BY_HAND\" | /recommendation/products"})
    void lets_nothing_through_that_a_page_could_not_show_safely(String good, String bad, String field) {
        var shop = storefront.shop();

        var answer = api.send("PUT", "/api/v1/shop/presentation", api.tokenForAll(shop), GOOD.replace(good, bad));

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().path("field").asString()).isEqualTo(field);
        assertThat(api.get("/api/v1/shops/" + shop.slug() + "/presentation", null).json().path("category").asString()).isEmpty();
    }
}
