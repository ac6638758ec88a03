package io.wanqu.catalog.bulk;

import java.util.List;

import io.wanqu.catalog.WriteProduct;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files have no pictures: a product that is changed by one keeps those it has. */
@Component
class KeepPictures {

    private final JdbcClient jdbc;

    KeepPictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    WriteProduct.Content of(ShopId shop, long product, WriteProduct.Content content) {
        return new WriteProduct.Content(content.title(), content.description(), content.state(), content.howToUse(), content.warranty(), content.tags(),
                content.weight(), content.categories(), pictures(shop, product));
    }

    private List<WriteProduct.Illustration> pictures(ShopId shop, long product) {
        return jdbc.sql("select hash, alt from catalog.product_picture where shop_id = :shop and product_id = :product order by position")
            .param("shop", shop.value())
            .param("product", product)
            .query((row, n) -> new WriteProduct.Illustration(row.getString("hash"), row.getString("alt")))
            .list();
    }
}
