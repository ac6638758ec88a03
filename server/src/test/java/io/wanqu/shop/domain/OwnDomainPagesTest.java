package io.wanqu.shop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.wanqu.kernel.Ids;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** On a domain that a shop has proved, its pages lie at the root. */
@WanquTest
class OwnDomainPagesTest {

    @Autowired
    private Api api;
    @Autowired
    private Storefront storefront;
    @Autowired
    private FakeRecords records;
    @Autowired
    private Ids ids;
    @Autowired
    private Environment environment;

    private Shop shop;
    private String host;

    @BeforeEach
    void a_shop_with_a_domain() {
        shop = storefront.shop();
        host = "shop" + ids.next() + ".example";
        var token = api.tokenForAll(shop);
        var asked = api.post("/api/v1/shop/domains", token, "{\"host\":\"" + host + "\"}").json();
        records.write(asked.path("record").asString(), asked.path("text").asString());
        api.send("PUT", "/api/v1/shop/domains/" + host + "/proof", token, null);
    }

    @Test
    void the_shop_lies_at_the_root_and_names_itself_by_its_domain() throws IOException {
        var product = storefront.offer(shop, 990).product();

        assertThat(asked("/")).contains("<h1>" + "Mei&#39;s games</h1>", "name=\"wanqu:shop\" content=\"" + shop.slug() + "\"",
                "<meta name=\"wanqu:base\">", "href=\"/p/" + product + "\"");
        assertThat(asked("/p/" + product)).startsWith("HTTP/1.1 200").contains("rel=\"canonical\" href=\"http://" + host)
                .containsPattern("rel=\"canonical\" href=\"http://" + host + "(:\\d+)?/p/" + product + "\"");
        assertThat(asked("/cart")).contains("noindex", shop.slug());
    }

    @Test
    void its_lists_hold_its_own_pages_alone() throws IOException {
        var product = storefront.product(shop, "Rare game");
        var other = storefront.product(storefront.shop(), "Rare game");

        var list = asked("/sitemaps/products-0-0.xml");

        assertThat(list).contains(host, "/p/" + product + "<").doesNotContain("/p/" + other + "<");
        assertThat(asked("/sitemap.xml")).contains(host, "/sitemaps/shops-0.xml", "/sitemaps/products-" + shop.id().value());
        assertThat(asked("/robots.txt")).contains("Sitemap: http://" + host);
    }

    @Test
    void elsewhere_nothing_lies_at_the_root() {
        assertThat(api.get("/p/" + storefront.product(shop, "Rare game"), null).status()).isEqualTo(404);
    }

    private String asked(String path) throws IOException {
        try (var socket = new Socket("localhost", Integer.parseInt(environment.getRequiredProperty("local.server.port")))) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
