package io.wanqu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import io.wanqu.kernel.database.ShopScope;
import io.wanqu.pricing.WritePriceList;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The wall between shops stands in the database too, whatever a statement says. */
@WanquTest
class ShopWallTest {

    @Autowired
    private Storefront storefront;

    @Autowired
    private WritePriceList writePriceList;

    @Autowired
    private Api api;

    @Autowired
    private ShopScope scope;

    @Autowired
    private JdbcClient jdbc;

    private Shop mei;
    private Shop lin;

    @BeforeEach
    void open() {
        mei = storefront.shop();
        lin = storefront.shop();
        var offer = storefront.offer(mei, 990);
        writePriceList.replace(mei.id(), offer.sku(), List.of(new WritePriceList.Row("Bulk", null, 5, 900, null, null)));
        var created = api.post("/api/v1/products", api.tokenForAll(mei), "{\"title\":\"x\",\"description\":\"\",\"state\":\"OFF\"}");
        assertThat(created.status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.shop", "catalog.product", "catalog.sku", "pricing.price_list", "pricing.price", "identity.token",
            "web.idempotency"})
    void hides_and_keeps_the_rows_of_another_shop(String table) {
        var visible = "select count(*) from " + table + " where shop_id = :shop";
        var owned = count(visible);

        assertThat(owned).isPositive();
        assertThat(scope.in(lin.id(), () -> count(visible))).isZero();
        assertThat(scope.in(mei.id(), () -> count(visible))).isEqualTo(owned);
        assertThat(scope.in(lin.id(), () -> update("update " + table + " set shop_id = shop_id where shop_id = :shop"))).isZero();
        assertThat(scope.in(lin.id(), () -> update("delete from " + table + " where shop_id = :shop"))).isZero();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> scope.in(mei.id(), () -> update("update " + table + " set shop_id = " + lin.id() + " where shop_id = :shop")))
                .havingRootCause().withMessageContaining("row-level security");
        assertThat(count(visible)).isEqualTo(owned);
    }

    private long count(String sql) {
        return jdbc.sql(sql).param("shop", mei.id().value()).query(Long.class).single();
    }

    private int update(String sql) {
        return jdbc.sql(sql).param("shop", mei.id().value()).update();
    }
}
