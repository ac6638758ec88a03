package io.wanqu.catalog.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.wanqu.catalog.WriteProduct;
import io.wanqu.catalog.WriteProduct.State;
import io.wanqu.catalog.category.WriteCategory;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class BulkTest {

    @Autowired
    private Api api;

    @Autowired
    private Storefront storefront;

    @Autowired
    private Market market;

    @Autowired
    private WriteProduct writeProduct;

    @Autowired
    private WriteCategory writeCategory;

    @Autowired
    private JdbcClient jdbc;

    private Shop shop;
    private String token;

    @BeforeEach
    void open() {
        shop = storefront.shop();
        token = api.tokenForAll(shop);
    }

    @Test
    void changes_the_state_of_many_and_says_which_are_not_there() {
        var mine = storefront.offer(shop, 990).product();
        var foreign = storefront.offer(storefront.shop(), 990).product();

        var rows = api.send("PUT", "/api/v1/products/states", token, "{\"products\":[\"" + mine + "\",\"" + foreign + "\"],\"state\":\"OFF\"}").json().path("rows");

        assertThat(rows.get(0).path("done").asBoolean()).isTrue();
        assertThat(rows.get(1).path("code").asString()).isEqualTo("catalog.unknown-product");
        assertThat(api.get("/api/v1/shops/" + shop.slug() + "/products", null).json().path("items")).isEmpty();
        assertThat(events("catalog.product-changed", mine)).isEqualTo(2);
        assertThat(events("catalog.product-changed", foreign)).isEqualTo(1);
    }

    @Test
    void changes_prices_of_many_and_lists_follow() {
        var offer = storefront.offer(shop, 990);

        var rows = api.send("PUT", "/api/v1/skus/prices", token,
                "{\"prices\":[{\"sku\":\"" + offer.sku() + "\",\"minor\":500},{\"sku\":\"7\",\"minor\":500}]}").json().path("rows");

        assertThat(rows.get(0).path("done").asBoolean()).isTrue();
        assertThat(rows.get(1).path("code").asString()).isEqualTo("catalog.unknown-sku");
        assertThat(api.get("/api/v1/shops/" + shop.slug() + "/products?maxMinor=500", null).json().path("items").get(0).path("from").path("minor").asLong())
                .isEqualTo(500);
        assertThat(events("catalog.sku-changed", offer.sku().value())).isEqualTo(2);
        assertThat(api.send("PUT", "/api/v1/skus/prices", api.tokenWithout(shop, Scope.CATALOG_WRITE), "{\"prices\":[]}").code()).isEqualTo("kernel.missing-scope");
    }

    @Test
    void takes_in_what_it_gave_out() {
        var games = writeCategory.add(shop.id(), new WriteCategory.Content("Games", "games", null, null, 1));
        writeProduct.add(shop.id(), new WriteProduct.Content("=1+1, \"quoted\"", "two\nlines", State.ON, "use", "week", List.of("a", "b"), 3,
                List.of(Long.toString(games.id())), null));
        market.stall(shop, 1);

        var file = api.get("/api/v1/product-files", token);
        var answer = api.upload("/api/v1/product-files", token, "text/csv", file.text().getBytes(StandardCharsets.UTF_8));
        var again = api.get("/api/v1/product-files", token);

        assertThat(file.text()).contains("\"'=1+1, \"\"quoted\"\"\"", ";b,games,3").doesNotContain("\n=1");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("lines")).hasSize(2).allMatch(line -> !line.path("code").isString());
        assertThat(again.text()).isEqualTo(file.text());
    }

    @Test
    void takes_new_products_from_a_file_and_answers_for_each_line() {
        var csv = """
                title,state,pool,price,variant,categories
                点卡,on,7,9.90,100 点,
                点卡,on,7,19.80,200 点,
                坏行,on,7,abc,,
                没分类,on,7,1,,none
                """;

        var lines = api.upload("/api/v1/product-files", token, "text/csv", csv.getBytes(StandardCharsets.UTF_8)).json().path("lines");

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0).path("product").asString()).isEqualTo(lines.get(1).path("product").asString());
        assertThat(lines.get(2).path("code").asString()).isEqualTo("kernel.invalid-value");
        assertThat(lines.get(3).path("code").asString()).isEqualTo("catalog.unknown-category");
        assertThat(api.get("/api/v1/shops/" + shop.slug() + "/products?query=点卡".replace("点卡", "%E7%82%B9%E5%8D%A1"), null).json().path("items").get(0).path("skus")).hasSize(2);
    }

    @Test
    void takes_the_same_from_json() {
        var answer = api.post("/api/v1/product-files", token, "{\"rows\":[{\"title\":\"Json\",\"pool\":\"7\",\"price\":\"1.00\",\"on\":\"true\"}]}");

        assertThat(answer.json().path("lines").get(0).path("sku").isString()).as(answer.text()).isTrue();
        assertThat(api.get("/api/v1/product-rows", token).json().path("rows").get(0).path("price").asString()).isEqualTo("1.00");
    }

    @Test
    void refuses_a_file_with_unknown_columns() {
        var answer = api.upload("/api/v1/product-files", token, "text/csv", "title,colour\nx,y\n".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.code()).isEqualTo("kernel.invalid-value");
        assertThat(api.get("/api/v1/products", token).json().path("items")).isEmpty();
    }

    @Test
    void copies_a_product_as_a_draft_that_sells_nothing() {
        var stall = market.stall(shop, 2);
        var product = api.get("/api/v1/products", token).json().path("items").get(0).path("id").asString();

        var copy = api.post("/api/v1/products/" + product + "/copies", token, "{}").json();

        assertThat(copy.path("state").asString()).isEqualTo("DRAFT");
        assertThat(copy.path("title").asString()).isEqualTo("Rare game 2");
        assertThat(copy.path("skus").get(0).path("pool").asString()).isEqualTo(stall.pool().text());
        assertThat(copy.path("skus").get(0).path("on").asBoolean()).isFalse();
    }

    @Test
    void lists_products_for_staff_by_state_query_and_what_is_low() {
        market.stall(shop, 30);
        var low = storefront.product(shop, "Low game");
        storefront.sku(shop, low, 100, market.stall(shop, 2).pool());
        writeProduct.add(shop.id(), new WriteProduct.Content("Draft game", "", State.DRAFT));

        assertThat(titles("?state=DRAFT")).isEqualTo("Draft game");
        assertThat(titles("?query=low%20game")).isEqualTo("Low game");
        assertThat(titles("?low=5&limit=1")).isEqualTo("Rare game");
        assertThat(api.get("/api/v1/products?low=5", token).json().path("items")).hasSize(2);
    }

    @Test
    void pages_a_million_products_by_an_index() {
        jdbc.sql("""
                insert into catalog.product (shop_id, id, title, description, state)
                select :shop, id, 'x', '', case when id % 1000 = 0 then 'draft' else 'on' end from generate_series(1, 50000) as id
                """).param("shop", shop.id().value()).update();
        jdbc.sql("analyze catalog.product").update();

        var plan = String.join("\n", jdbc.sql("""
                explain select id from catalog.product where shop_id = :shop and id < 40000 and state = 'draft' order by id desc limit 50
                """).param("shop", shop.id().value()).query(String.class).list());

        assertThat(plan).contains("product_of_state").doesNotContain("Sort");
        jdbc.sql("delete from catalog.product where shop_id = :shop").param("shop", shop.id().value()).update();
    }

    private String titles(String query) {
        return api.get("/api/v1/products" + query, token).json().path("items").get(0).path("title").asString();
    }

    private long events(String type, long subject) {
        return jdbc.sql("select count(*) from kernel.event where type = :type and subject = :subject").param("type", type).param("subject", subject)
                .query(Long.class).single();
    }
}
