package io.wanqu.catalog.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.wanqu.catalog.WriteProduct;
import io.wanqu.catalog.WriteProduct.State;
import io.wanqu.catalog.WriteSku;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.PoolId;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class FindingTest {

    @Autowired
    private Api api;

    @Autowired
    private Storefront storefront;

    @Autowired
    private WriteProduct writeProduct;

    @Autowired
    private WriteSku writeSku;

    @Autowired
    private Finder finder;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = storefront.shop();
        add("原神 创世结晶 6480", "点卡", State.ON);
        add("Ｓｔｅａｍ 钱包充值卡 $50", "游戏,充值", State.ON);
        add("视频网站会员 月卡", "会员", State.ON);
        add("Café Crème voucher", "coffee", State.ON);
        add("原神 月卡", "点卡", State.DRAFT);
    }

    @ParameterizedTest
    @CsvSource({"结晶, 原神 创世结晶 6480", "创世 6480, 原神 创世结晶 6480", "卡, 视频网站会员 月卡|Ｓｔｅａｍ 钱包充值卡 $50|原神 创世结晶 6480",
            "steam, Ｓｔｅａｍ 钱包充值卡 $50", "STE, Ｓｔｅａｍ 钱包充值卡 $50", "cafe creme, Café Crème voucher", "点卡, 原神 创世结晶 6480", "会员月卡, ''",
            "会员 月卡, 视频网站会员 月卡", "神原, ''", "100% , ''", "'''; drop', ''"})
    void finds_chinese_and_latin_words_in_titles_and_tags(String query, String expected) {
        var found = new ArrayList<String>();
        api.get("/api/v1/shops/" + shop.slug() + "/products?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), null)
                .json().path("items").forEach(item -> found.add(item.path("title").asString()));

        assertThat(found).containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split("\\|")));
    }

    @Test
    void finds_a_product_by_the_name_of_a_variant() {
        var product = add("礼包", "", State.ON);
        writeSku.add(shop.id(), product, new WriteSku.Content(new PoolId(ids.next()), "黄金版", Money.of(100, "CNY"), true, 1, false));

        assertThat(finder.find(shop.id(), "黄金")).containsExactly(product);
    }

    @Test
    void puts_what_stands_in_the_title_before_what_stands_in_tags() {
        var tagged = add("Mug", "steam", State.ON);

        assertThat(finder.find(shop.id(), "steam")).hasSize(2).last().isEqualTo(tagged);
    }

    @Test
    void suggests_titles_on_sale_to_who_has_begun_to_type() {
        assertThat(finder.suggest(shop.id(), "原")).containsExactly("原神 创世结晶 6480");
        assertThat(api.get("/api/v1/shops/" + shop.slug() + "/suggestions?query=caf", null).json().path("items").get(0).asString())
                .isEqualTo("Café Crème voucher");
        assertThat(finder.suggest(shop.id(), " ! ")).isEmpty();
    }

    @Test
    void forgets_the_old_words() {
        var product = add("Old words", "", State.ON);

        writeProduct.change(shop.id(), product, new WriteProduct.Content("New words", "", State.ON));

        assertThat(finder.find(shop.id(), "old")).isEmpty();
        assertThat(finder.find(shop.id(), "new")).containsExactly(product);
    }

    @Test
    void finds_nothing_of_another_shop() {
        assertThat(finder.find(storefront.shop().id(), "原神")).isEmpty();
    }

    @Test
    void reads_the_index_and_not_the_table() {
        jdbc.sql("""
                insert into catalog.product (shop_id, id, title, description, state)
                select :shop, id, 'x', '', 'on' from generate_series(1, 20000) as id
                """).param("shop", shop.id().value()).update();
        jdbc.sql("""
                insert into catalog.product_words (shop_id, product_id, title, words, grams)
                select :shop, id, 'x', 'x', array[id, -id] from generate_series(1, 20000) as id
                """).param("shop", shop.id().value()).update();
        jdbc.sql("analyze catalog.product_words").update();

        var plan = String.join("\n", jdbc.sql("explain select product_id from catalog.product_words where shop_id = :shop and grams @> array[7, 8]::bigint[]")
                .param("shop", shop.id().value()).query(String.class).list());

        assertThat(plan).contains("words_by_grams");
        jdbc.sql("delete from catalog.product_words where shop_id = :shop and title = 'x'").param("shop", shop.id().value()).update();
        jdbc.sql("delete from catalog.product where shop_id = :shop and title = 'x'").param("shop", shop.id().value()).update();
    }

    private long add(String title, String tags, State state) {
        return writeProduct.add(shop.id(), new WriteProduct.Content(title, "", state, null, null,
                tags.isEmpty() ? List.of() : List.of(tags.split(",")), 0, null, null));
    }
}
