package io.wanqu.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of the server: strict about what runs in them, framed only where the merchant allowed it, and kept for long. */
@WanquTest
class PageTest {

    private static final Pattern ASSET = Pattern.compile("/own/[0-9a-f]{16}/[a-z-]+\\.(js|css)");

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Counter counter;

    private Stall stall;

    @BeforeEach
    void aShop() {
        stall = market.stall(1);
    }

    @Test
    void a_widget_is_framed_by_the_sites_of_its_merchant_alone() {
        var widget = counter.open(stall.shop(), "WIDGET", "https://www.example.com", "https://shop.example.org:8443");
        var policy = page(widget.key()).header("Content-Security-Policy");

        assertThat(policy).endsWith("frame-ancestors https://www.example.com https://shop.example.org:8443")
                .contains("default-src 'none'").doesNotContain("unsafe");
        assertThat(page(counter.open(stall.shop(), "WIDGET").key()).header("Content-Security-Policy")).endsWith("frame-ancestors 'none'");
    }

    @Test
    void a_page_holds_no_script_and_no_style_of_its_own() {
        var html = page(counter.open(stall.shop(), "WIDGET").key()).text();

        assertThat(html).doesNotContain("<style", " style=", " onclick=", "{{").doesNotContainPattern("<script(?![^>]* src=)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/widget/%s/%s", "/till/%s", "/pick-up/%s/1"})
    void what_a_page_needs_is_there_and_never_changes_under_its_address(String path) {
        var html = api.get(path.formatted(stall.shop().slug(), counter.open(stall.shop(), "WIDGET").key()), null).text();
        var assets = ASSET.matcher(html).results().map(match -> match.group()).toList();

        assertThat(assets).hasSize(2);
        assertThat(assets).allSatisfy(asset -> {
            var answer = api.get(asset, null);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).contains("max-age=31536000", "immutable");
            assertThat(api.get(asset, null, "If-None-Match", answer.header("ETag")).status()).isEqualTo(304);
            assertThat(api.get(asset.replaceFirst("/own/.{16}", "/own/0000000000000000"), null).status()).isEqualTo(404);
        });
    }

    @Test
    void the_script_that_sites_write_down_is_asked_for_again_after_minutes() {
        var answer = api.get("/widget/" + stall.shop().slug() + ".js", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/javascript");
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=300, public");
        assertThat(api.get("/widget/" + stall.shop().slug() + ".js", null, "If-None-Match", answer.header("ETag")).status()).isEqualTo(304);
    }

    @Test
    void a_till_is_no_widget_and_an_unknown_shop_has_none() {
        assertThat(page(counter.open(stall.shop(), "TILL").key()).code()).isEqualTo("storefront.unknown-channel");
        assertThat(api.get("/widget/nobody-here.js", null).status()).isEqualTo(404);
    }

    private Api.Answer page(String key) {
        return api.get("/widget/" + stall.shop().slug() + "/" + key, null);
    }
}
