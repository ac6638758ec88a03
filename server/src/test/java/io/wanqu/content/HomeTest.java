package io.wanqu.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;

import io.wanqu.catalog.WriteProduct;
import io.wanqu.catalog.category.WriteCategory;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.media.PictureFile;
import io.wanqu.media.StorePicture;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class HomeTest {

    @Autowired
    private Api api;

    @Autowired
    private Storefront storefront;

    @Autowired
    private WriteCategory writeCategory;

    @Autowired
    private WriteProduct writeProduct;

    @Autowired
    private StorePicture storePicture;

    @Autowired
    private JdbcClient jdbc;

    private Shop shop;
    private String token;
    private String home;

    @BeforeEach
    void open() {
        shop = storefront.shop();
        token = api.tokenForAll(shop);
        home = "/api/v1/shops/" + shop.slug() + "/home";
    }

    @Test
    void is_made_from_the_catalog_while_nobody_wrote_it() {
        var games = writeCategory.add(shop.id(), new WriteCategory.Content("游戏", "games", null, null, 1));
        writeProduct.add(shop.id(), new WriteProduct.Content("点卡", "", WriteProduct.State.ON, null, null, null, 0, List.of(Long.toString(games.id())), null));
        storefront.offer(shop, 990);

        var page = api.get(home, null).json();

        assertThat(page.path("decorated").asBoolean()).isFalse();
        assertThat(page.path("blocks")).hasSize(3);
        assertThat(page.path("blocks").get(0).path("categories").get(0).path("name").asString()).isEqualTo("游戏");
        assertThat(page.path("blocks").get(1).path("products")).hasSize(2);
        assertThat(page.path("blocks").get(2).path("products")).hasSize(1);
        assertThat(page.path("blocks").get(2).path("category").asString()).isEqualTo("games");
    }

    @Test
    void shows_each_kind_of_block_as_it_was_written() {
        var picture = storePicture.store(shop.id(), PictureFile.of("png", 900, 300, Color.BLUE), "mei");
        var first = storefront.offer(shop, 990).product();
        var second = storefront.offer(shop, 990).product();

        var written = write(0, """
                {"announcement":"国庆不打烊","contact":{"mail":"mei@example.com"},"links":[{"title":"帮助","url":"https://example.com/help"}],"footer":"**梅**",
                 "blocks":[{"kind":"BANNER","pictures":[{"hash":"%s","alt":"海报","link":"/p/%d"}]},{"kind":"NOTICE","text":"秒发"},
                           {"kind":"PRODUCTS","title":"精选","products":["%d","%d","7"]},{"kind":"PRODUCTS","sort":"newest","shown":1},
                           {"kind":"CATEGORIES"},{"kind":"TEXT","text":"# 关于 <b>我们</b>"}]}
                """.formatted(picture.hash(), first, second, first));
        var page = api.get(home, null).json();

        assertThat(written.status()).as(written.text()).isEqualTo(200);
        assertThat(page.path("announcement").asString()).isEqualTo("国庆不打烊");
        assertThat(page.path("footerHtml").asString()).contains("<strong>梅</strong>");
        var blocks = page.path("blocks");
        assertThat(blocks.get(0).path("pictures").get(0).path("picture").path("width").asInt()).isEqualTo(900);
        assertThat(blocks.get(2).path("products").get(0).path("id").asString()).isEqualTo(Long.toString(second));
        assertThat(blocks.get(2).path("products")).hasSize(2);
        assertThat(blocks.get(3).path("products")).hasSize(1);
        assertThat(blocks.get(5).path("html").asString()).contains("&lt;b&gt;").doesNotContain("<b>");
        assertThat(api.get("/media/" + picture.hash() + "/400", null).status()).isEqualTo(200);
    }

    @Test
    void tells_the_second_of_many_who_write_at_once() throws Exception {
        var answers = Together.run(20, n -> write(0, "{\"announcement\":\"" + n + "\"}"));

        assertThat(answers.stream().filter(it -> it.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(it -> it.status() != 200)).hasSize(19).allMatch(it -> it.code().equals("content.written-meanwhile"));
        assertThat(api.get("/api/v1/shop/home", token).json().path("version").asLong()).isEqualTo(1);
    }

    @Test
    void lets_go_of_pictures_when_it_is_cleared() {
        var picture = storePicture.store(shop.id(), PictureFile.of("png", 31, 30, Color.BLUE), "mei");
        write(0, "{\"blocks\":[{\"kind\":\"BANNER\",\"pictures\":[{\"hash\":\"" + picture.hash() + "\",\"alt\":\"\"}]}]}");

        var cleared = api.send("DELETE", "/api/v1/shop/home", token, null);

        assertThat(cleared.status()).isEqualTo(204);
        assertThat(api.get(home, null).json().path("decorated").asBoolean()).isFalse();
        assertThat(jdbc.sql("select count(*) from media.usage where shop_id = :shop").param("shop", shop.id().value()).query(Long.class).single()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"blocks":[{}]}                                                                    | /blocks/0/kind
            {"blocks":[{"kind":"NOTICE"}]}                                                     | /blocks/0/text
            {"blocks":[{"kind":"BANNER","pictures":[]}]}                                       | /blocks/0/pictures
            {"blocks":[{"kind":"PRODUCTS","sort":"best"}]}                                     | sort
            {"blocks":[{"kind":"PRODUCTS","products":["x"]}]}                                  | /blocks/0/products
            {"blocks":[{"kind":"PRODUCTS","shown":99}]}                                        | /blocks/0/shown
            {"links":[{"title":"x","url":"javascript:alert(1)"}]}                              | /links/0/url
            {"links":[{"title":"x","url":"//evil.example"}]}                                   | /links/0/url
            {"blocks":[{"kind":"BANNER","pictures":[{"hash":"a","alt":"","link":"http://x"}]}]} | /blocks/0/pictures
            """)
    void refuses_what_a_page_can_not_show_safely(String json, String field) {
        var answer = write(0, json);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().path("field").asString()).isEqualTo(field);
        assertThat(api.get("/api/v1/shop/home", token).json().path("version").asLong()).isZero();
    }

    @Test
    void is_written_only_by_those_who_may_write_the_shop() {
        var reader = api.tokenWithout(shop, Scope.SHOP_WRITE);

        assertThat(api.send("PUT", "/api/v1/shop/home", reader, "{\"version\":0,\"home\":{}}").code()).isEqualTo("kernel.missing-scope");
        assertThat(write(0, "{\"blocks\":[{\"kind\":\"BANNER\",\"pictures\":[{\"hash\":\"x\",\"alt\":\"\"}]}]}").code()).isEqualTo("media.unknown-picture");
    }

    private Api.Answer write(long version, String json) {
        return api.send("PUT", "/api/v1/shop/home", token, "{\"version\":" + version + ",\"home\":" + json + "}");
    }
}
