package io.wanqu.site;

import static org.assertj.core.api.Assertions.assertThat;


import io.wanqu.catalog.WriteProduct;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the pages as a crawler without JavaScript does. */
@WanquTest
class CrawlerTest {

    private static final String EVIL = "</script><img src=x onerror=alert(1)>\"'&";
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private Api api;
    @Autowired
    private Storefront storefront;
    @Autowired
    private SiteSettings settings;

    private Shop shop;
    private String base;

    @BeforeEach
    void a_shop() {
        shop = storefront.shop();
        base = "/s/" + shop.slug();
    }

    @Test
    void a_crawler_reads_name_price_and_stock_of_a_product() {
        var offer = storefront.offer(shop, 990);

        var page = page(base + "/p/" + offer.product());

        assertThat(page.title()).isEqualTo("Rare game · " + shop.name());
        assertThat(page.select("#first h1").text()).isEqualTo("Rare game");
        assertThat(page.select("#first .first-price").text()).isEqualTo("¥9.90");
        assertThat(page.select("#first .first-stock").text()).isEqualTo("已售罄");
        assertThat(page.select("#first .first-text").text()).isEqualTo("One key each.");
        var data = structured(page, "Product");
        assertThat(data.at("/name").asString()).isEqualTo("Rare game");
        assertThat(data.at("/offers/price").asString()).isEqualTo("9.90");
        assertThat(data.at("/offers/priceCurrency").asString()).isEqualTo("CNY");
        assertThat(data.at("/offers/availability").asString()).isEqualTo("https://schema.org/OutOfStock");
        assertThat(structured(page, "BreadcrumbList").at("/itemListElement")).hasSize(2);
    }

    @Test
    void a_head_says_where_the_page_is_and_in_which_languages() {
        var offer = storefront.offer(shop, 990);
        var address = base + "/p/" + offer.product();

        var page = page(address);

        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(settings.origin() + address);
        assertThat(page.select("link[hreflang=en]").attr("href")).isEqualTo(settings.origin() + address + "?lang=en");
        assertThat(page.select("link[hreflang=x-default]").attr("href")).isEqualTo(settings.origin() + address);
        assertThat(page.select("meta[property=og:type]").attr("content")).isEqualTo("product");
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo("Rare game · " + shop.name());
        assertThat(page.select("meta[property=product:price:amount]").attr("content")).isEqualTo("9.90");
        assertThat(page.select("meta[name=description]").attr("content")).isEqualTo("One key each.");
        assertThat(page.select("meta[name=wanqu:shop]").attr("content")).isEqualTo(shop.slug());
        assertThat(page.select("meta[name=wanqu:base]").attr("content")).isEqualTo(base);
        assertThat(page.select("meta[name=robots]")).isEmpty();
    }

    @Test
    void the_program_that_takes_over_finds_what_it_would_ask_for() {
        var offer = storefront.offer(shop, 990);

        var entry = JSON.readTree(page(base + "/p/" + offer.product()).select("#wanqu-entry").html());

        assertThat(entry.at("/page").asString()).isEqualTo("product");
        assertThat(entry.get("answers").propertyNames()).containsExactlyInAnyOrder(shopOfApi(), shopOfApi() + "/products/" + offer.product());
        entry.get("answers").properties().forEach(it -> assertThat(it.getValue()).isEqualTo(api.get(it.getKey(), null).json()));
    }

    @Test
    void the_program_that_takes_over_a_list_finds_the_list() {
        storefront.offer(shop, 990);

        var answers = JSON.readTree(page(base).select("#wanqu-entry").html()).get("answers");

        assertThat(answers.propertyNames()).containsExactlyInAnyOrder(shopOfApi(), shopOfApi() + "/home");
        answers.properties().forEach(it -> assertThat(it.getValue()).isEqualTo(api.get(it.getKey(), null).json()));
    }

    @Test
    void the_home_page_leads_to_every_product() {
        var offer = storefront.offer(shop, 990);

        var page = page(base);

        assertThat(page.select("#first h1").text()).isEqualTo(shop.name());
        assertThat(page.select("#first a[href=" + base + "/p/" + offer.product() + "]").text()).contains("Rare game", "¥9.90");
        assertThat(structured(page, "Organization").at("/name").asString()).isEqualTo(shop.name());
    }

    @Test
    void the_language_is_the_readers() {
        var address = base + "/p/" + storefront.offer(shop, 990).product();

        assertThat(Jsoup.parse(api.get(address, null, "Accept-Language", "en-GB,en;q=0.9").text()).select(".first-stock").text()).isEqualTo("Sold out");
        assertThat(page(address + "?lang=en").select("html").attr("lang")).isEqualTo("en");
        assertThat(page(address + "?lang=en").select("link[rel=canonical]").attr("href")).endsWith("?lang=en");
        assertThat(page(address + "?lang=xx").select("html").attr("lang")).isEqualTo("zh-CN");
    }

    @Test
    void nothing_that_a_merchant_writes_becomes_code() {
        var product = storefront.product(shop, EVIL);

        var answer = api.get(base + "/p/" + product, null);
        var page = Jsoup.parse(answer.text());

        assertThat(page.select("#first h1").text()).isEqualTo(EVIL);
        assertThat(page.select("img, script:not([type^=application/]):not([type=module])")).isEmpty();
        assertThat(structured(page, "Product").at("/name").asString()).isEqualTo(EVIL);
        assertThat(answer.text()).doesNotContain("<img src=x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/p/1", "/p/0", "/p/abc", "/p/99999999999999999999", "/c/nothing", "/nothing", "/p", "/p/1/2"})
    void a_page_that_is_not_there_says_so(String path) {
        var answer = api.get(base + path, null);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(Jsoup.parse(answer.text()).select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(Jsoup.parse(answer.text()).select("link[rel=canonical]")).isEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_product_that_was_sold_here_once_is_gone_and_a_draft_never_was() {
        var gone = storefront.state(shop, storefront.product(shop, "Old game"), WriteProduct.State.OFF);
        var draft = storefront.state(shop, storefront.product(shop, "New game"), WriteProduct.State.DRAFT);

        assertThat(api.get(base + "/p/" + gone, null).status()).isEqualTo(410);
        assertThat(api.get(base + "/p/" + draft, null).status()).isEqualTo(404);
    }

    @Test
    void a_shop_that_nobody_has_is_not_found() {
        assertThat(api.get("/s/nobody-has-it", null).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cart", "/checkout", "/o/541893034680320001", "/o/541893034680320001/pay", "/pay/5", "/gift/5", "/account", "/look-up"})
    void what_is_somebodys_own_is_not_for_search_engines(String path) {
        var page = page(base + path);

        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select("meta[name=wanqu:shop]").attr("content")).isEqualTo(shop.slug());
    }

    @Test
    void a_page_is_asked_for_again_and_not_sent_again() {
        storefront.offer(shop, 990);
        var first = api.get(base, null);

        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(api.get(base, null, "If-None-Match", first.header("ETag")).status()).isEqualTo(304);
        assertThat(first.header("Content-Security-Policy")).contains("script-src 'self'");
        assertThat(api.get(base, null, "Accept-Encoding", "gzip").header("Content-Encoding")).isEqualTo("gzip");
    }

    private String shopOfApi() {
        return "/api/v1/shops/" + shop.slug();
    }

    private Document page(String path) {
        var answer = api.get(path, null);
        assertThat(answer.status()).isEqualTo(200);
        return Jsoup.parse(answer.text());
    }

    private static JsonNode structured(Document page, String type) {
        return page.select("script[type=application/ld+json]").stream().map(it -> JSON.readTree(it.html()))
                .filter(it -> it.at("/@type").asString().equals(type)).findFirst().orElseThrow();
    }
}
