package io.wanqu.catalog.shelf;

import java.util.List;

import io.wanqu.catalog.RichText;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.http.Require;
import io.wanqu.shop.Shops;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells those who bought something how to use it, also when it is not on sale any more. */
@RestController
class HowToController {

    private static final int SKUS_MAX = 50;

    private final Shops shops;
    private final JdbcClient jdbc;

    HowToController(Shops shops, JdbcClient jdbc) {
        this.shops = shops;
        this.jdbc = jdbc;
    }

    /** One for each product, in no order; products without instructions are there without a text. */
    @GetMapping("/api/v1/shops/{slug}/how-to")
    Response howTo(@PathVariable String slug, @RequestParam List<SkuId> sku) {
        return new Response(jdbc.sql("""
                select distinct product.id, product.title, product.how_to_use
                  from catalog.sku
                  join catalog.product
                    on product.shop_id = sku.shop_id
                   and product.id = sku.product_id
                 where sku.shop_id = :shop
                   and sku.id = any(:skus)
                """)
            .param("shop", shops.bySlug(slug).id().value())
            .param("skus", Require.items("sku", sku, 1, SKUS_MAX).stream().mapToLong(SkuId::value).toArray())
            .query((row, n) -> new HowTo(Long.toString(row.getLong("id")), row.getString("title"), RichText.html(row.getString("how_to_use"))))
            .list());
    }

    record Response(List<HowTo> items) {
    }

    /** @param html safe to put into a page as it is */
    record HowTo(String product, String title, String html) {
    }
}
