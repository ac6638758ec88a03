package io.wanqu.catalog.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

import io.wanqu.catalog.WriteProduct;
import io.wanqu.catalog.WriteProduct.Illustration;
import io.wanqu.catalog.WriteProduct.State;
import io.wanqu.catalog.WriteSku;
import io.wanqu.catalog.category.WriteCategory;
import io.wanqu.inventory.sharing.OpenPool;
import io.wanqu.kernel.Money;
import io.wanqu.media.PictureFile;
import io.wanqu.media.StorePicture;
import io.wanqu.pricing.WritePriceList;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;
import io.wanqu.vault.CardLoader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

@WanquTest
class ShelfTest {

    @Autowired
    private Api api;

    @Autowired
    private Storefront storefront;

    @Autowired
    private Market market;

    @Autowired
    private WriteProduct writeProduct;

    @Autowired
    private WriteSku writeSku;

    @Autowired
    private WriteCategory writeCategory;

    @Autowired
    private WritePriceList writePriceList;

    @Autowired
    private StorePicture storePicture;

    @Autowired
    private OpenPool openPool;

    @Autowired
    private CardLoader loader;

    private Shop shop;
    private String products;

    @BeforeEach
    void open() {
        shop = storefront.shop();
        products = "/api/v1/shops/" + shop.slug() + "/products";
    }

    @Test
    void shows_all_of_a_product_in_one_answer() {
        var picture = storePicture.store(shop.id(), PictureFile.of("png", 900, 900, Color.GREEN), "mei");
        var games = writeCategory.add(shop.id(), new WriteCategory.Content("游戏", "games", null, null, 1));
        var cards = writeCategory.add(shop.id(), new WriteCategory.Content("点卡", "cards", Long.toString(games.id()), null, 1));
        var product = writeProduct.add(shop.id(), new WriteProduct.Content("点卡", "# 到账\n**秒发** <script>alert(1)</script>", State.ON, "1. 打开\n2. 输入",
                "坏卡包换", List.of("热卖"), 5, List.of(Long.toString(cards.id())), List.of(new Illustration(picture.hash(), "绿色的卡"))));
        var pool = openPool.open(shop.id(), "cards", false);
        loader.load(shop.id(), pool, 3);
        var sku = writeSku.add(shop.id(), product, new WriteSku.Content(pool, "100 点", Money.of(990, "CNY"), true, 20, true, 1_200L));
        writePriceList.replace(shop.id(), sku, List.of(new WritePriceList.Row("Bulk", null, 5, 900, null, null)));

        var page = api.get(products + "/" + product, null).json();

        assertThat(page.path("descriptionHtml").asString()).contains("<h3>到账</h3>", "<strong>秒发</strong>", "&lt;script&gt;").doesNotContain("<script");
        assertThat(page.path("description").asString()).isEqualTo("到账\n秒发 <script>alert(1)</script>");
        assertThat(page.path("howToUseHtml").asString()).contains("<li>输入</li>");
        assertThat(page.path("warranty").toString()).isEqualTo("{\"hours\":168,\"text\":\"坏卡包换\"}");
        assertThat(page.path("categories").get(0).path("parent").asString()).isEqualTo("games");
        assertThat(page.path("pictures").get(0).path("widths").toString()).isEqualTo("[200,400,800,900]");
        assertThat(page.path("compareAt").path("minor").asLong()).isEqualTo(1_200);
        var shown = page.path("skus").get(0);
        assertThat(shown.path("tiers")).hasSize(2);
        assertThat(shown.path("tiers").get(1).path("minQuantity").asInt()).isEqualTo(5);
        assertThat(shown.path("tiers").get(1).path("unit").path("minor").asLong()).isEqualTo(900);
        assertThat(shown.path("stock").asString()).isEqualTo("LAST");
        assertThat(shown.path("left").asLong()).isEqualTo(3);
        assertThat(page.path("choices").path(sku.text()).path("items")).hasSize(3);
        assertThat(api.get("/media/" + picture.hash() + "/400", null).status()).isEqualTo(200);
    }

    @Test
    void tells_how_many_are_left_only_while_they_are_few() {
        var stall = market.stall(shop, 10);
        assertThat(stock()).isEqualTo("LAST 10");

        market.load(stall, 1);
        assertThat(stock()).isEqualTo("FEW ");

        market.load(stall, 40);
        assertThat(stock()).isEqualTo("PLENTY ");

        storefront.offer(shop, 100);
        assertThat(stock()).isEqualTo("SOLD_OUT 0");
    }

    @Test
    void shows_cards_to_pick_from_and_more_of_them_on_demand() {
        var stall = market.stall(shop, 30);

        var page = api.get(products, null).json().path("items").get(0);
        var first = api.get(products + "/" + page.path("id").asString(), null).json().path("choices").path(stall.sku().text());
        var rest = api.get("/api/v1/shops/" + shop.slug() + "/skus/" + stall.sku() + "/choices?after=" + first.path("next").asString(), null).json();

        assertThat(first.path("items")).hasSize(24);
        assertThat(rest.path("items")).hasSize(6);
        assertThat(rest.path("next").isString()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"recommended, B C A", "newest, C B A", "price, C A B", "price-down, B A C", "sales, C B A"})
    void sorts_and_pages_without_loss(String sort, String expected) {
        product("A", 200, 0);
        product("B", 300, 9);
        product("C", 100, 0);

        assertThat(String.join(" ", titles("sort=" + sort + "&limit=1"))).isEqualTo(expected);
        assertThat(String.join(" ", titles("sort=" + sort + "&limit=2"))).isEqualTo(expected);
    }

    @Test
    void filters_by_category_price_and_stock() {
        var games = writeCategory.add(shop.id(), new WriteCategory.Content("Games", "games", null, null, 1));
        var below = writeCategory.add(shop.id(), new WriteCategory.Content("Cards", "cards", Long.toString(games.id()), null, 1));
        product("A", 200, 0);
        var filed = product("B", 300, 0);
        writeProduct.change(shop.id(), filed, new WriteProduct.Content("B", "", State.ON, null, null, null, 0, List.of(Long.toString(below.id())), null));
        market.stall(shop, 2);

        assertThat(titles("category=games")).containsExactly("B");
        assertThat(titles("minMinor=200&maxMinor=299")).containsExactly("A");
        assertThat(titles("inStock=true&limit=1")).containsExactly("Rare game");
        assertThat(api.get(products + "?category=none", null).code()).isEqualTo("catalog.unknown-category");
        var tree = api.get("/api/v1/shops/" + shop.slug() + "/categories", null).json().path("items");
        assertThat(tree.get(0).path("products").asLong()).isEqualTo(1);
        assertThat(tree.get(0).path("children").get(0).path("slug").asString()).isEqualTo("cards");
    }

    @ParameterizedTest
    @CsvSource({"?sort=best, sort", "?after=x, after", "?limit=201, limit", "?minMinor=-1, minMinor"})
    void refuses_what_makes_no_sense(String query, String field) {
        var answer = api.get(products + query, null);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("field").asString()).isEqualTo(field);
    }

    private long product(String title, long minor, int weight) {
        var product = writeProduct.add(shop.id(), new WriteProduct.Content(title, "", State.ON, null, null, null, weight, null, null));
        writeSku.add(shop.id(), product, new WriteSku.Content(openPool.open(shop.id(), title, false), "", Money.of(minor, "CNY"), true, 5, false));
        return product;
    }

    private String stock() {
        var sku = api.get(products, null).json().path("items").get(0).path("skus").get(0);
        return sku.path("stock").asString() + " " + (sku.path("left").isNull() ? "" : sku.path("left").asString());
    }

    private List<String> titles(String query) {
        var seen = new ArrayList<String>();
        JsonNode page;
        var after = "";
        do {
            page = api.get(products + "?" + query + after, null).json();
            page.path("items").forEach(item -> seen.add(item.path("title").asString()));
            after = "&after=" + page.path("next").asString("");
        } while (page.path("next").isString());
        return seen;
    }
}
