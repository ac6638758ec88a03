package io.wanqu.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

import io.wanqu.catalog.WriteProduct;
import io.wanqu.catalog.shelf.OnSale;
import io.wanqu.testing.Api;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@WanquTest
class SitemapTest {

    @Autowired
    private Api api;
    @Autowired
    private Storefront storefront;
    @Autowired
    private SiteSettings settings;
    @Autowired
    private OnSale onSale;
    @Autowired
    private Environment environment;

    @Test
    void the_index_names_the_lists() {
        var index = api.get("/sitemap.xml", null);

        assertThat(index.header("Content-Type")).startsWith("application/xml");
        assertThat(Jsoup.parse(index.text(), "", Parser.xmlParser()).select("sitemap > loc").eachText())
                .contains(settings.origin() + "/sitemaps/shops-0.xml")
                .allMatch(it -> it.matches(settings.origin() + "/sitemaps/(shops-\\d+|products-\\d+-\\d+)\\.xml"));
    }

    @Test
    void a_list_begins_at_every_so_manieth_product() {
        var shop = storefront.shop();
        var products = IntStream.range(0, 5).mapToObj(n -> storefront.product(shop, "Game " + n)).toList();

        assertThat(onSale.every(2, shop.id())).extracting(OnSale.Place::product)
                .containsExactly(products.get(0), products.get(2), products.get(4));
        assertThat(onSale.every(50_000, null)).hasSize(1);
    }

    @Test
    void a_list_holds_the_products_on_sale_from_its_place_on() {
        var shop = storefront.shop();
        var first = storefront.product(shop, "First");
        var second = storefront.product(shop, "Second");
        var draft = storefront.state(shop, storefront.product(shop, "Draft"), WriteProduct.State.DRAFT);

        var from = api.get("/sitemaps/products-" + shop.id().value() + "-" + first + ".xml", null);
        var behind = api.get("/sitemaps/products-" + shop.id().value() + "-" + (first + 1) + ".xml", null);

        var base = "<loc>" + settings.origin() + "/s/" + shop.slug() + "/p/";
        assertThat(from.text()).contains(base + first + "</loc><lastmod>", base + second).doesNotContain(base + draft);
        assertThat(behind.text()).contains(base + second).doesNotContain(base + first + "<");
        assertThat(from.text()).startsWith("<?xml").endsWith("</urlset>\n");
    }

    @Test
    void shops_are_listed_from_their_place_on() {
        var shop = storefront.shop();

        assertThat(api.get("/sitemaps/shops-" + (shop.id().value() - 1) + ".xml", null).text())
                .contains("<loc>" + settings.origin() + "/s/" + shop.slug() + "</loc>");
        assertThat(api.get("/sitemaps/shops-" + shop.id().value() + ".xml", null).text()).doesNotContain("/s/" + shop.slug() + "<");
    }

    @Test
    void robots_are_told_where_to_go() {
        assertThat(api.get("/robots.txt", null).text()).contains("Disallow: /api/", "Sitemap: " + settings.origin() + "/sitemap.xml");
    }

    @Test
    void a_name_that_nobody_has_proved_is_never_repeated() throws IOException {
        var shop = storefront.shop();

        for (var path : new String[] {"/", "/s/" + shop.slug(), "/robots.txt", "/sitemap.xml", "/p/1"}) {
            assertThat(askedAs("evil.example", path)).doesNotContain("evil.example");
        }
    }

    private String askedAs(String host, String path) throws IOException {
        try (var socket = new Socket("localhost", Integer.parseInt(environment.getRequiredProperty("local.server.port")))) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
