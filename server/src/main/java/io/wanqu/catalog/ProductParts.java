package io.wanqu.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.wanqu.catalog.category.Categories;
import io.wanqu.catalog.finding.Finder;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.ShopId;
import io.wanqu.media.Pictures;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What hangs on a product beside its own row: pictures, categories, the words it is found by, its lowest price. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ProductParts {

    private final JdbcClient jdbc;
    private final Categories categories;
    private final Pictures pictures;
    private final Finder finder;
    private final Freshness freshness;

    ProductParts(JdbcClient jdbc, Categories categories, Pictures pictures, Finder finder, Freshness freshness) {
        this.jdbc = jdbc;
        this.categories = categories;
        this.pictures = pictures;
        this.finder = finder;
        this.freshness = freshness;
    }

    void write(ShopId shop, long product, WriteProduct.Content content) {
        writeCategories(shop, product, content.categories());
        writePictures(shop, product, content);
        finder.learn(shop, List.of(product));
        freshness.changed(shop);
    }

    /** To be called when SKUs of these products changed. */
    void skusChanged(ShopId shop, Collection<Long> products) {
        jdbc.sql("""
                update catalog.product
                   set price_minor = lowest.unit_minor
                  from (select wanted.id, coalesce(min(sku.unit_minor), 0) as unit_minor
                          from unnest(:products) as wanted (id)
                          left join catalog.sku
                            on sku.shop_id = :shop
                           and sku.product_id = wanted.id
                           and sku.state = 'on'
                         group by wanted.id) lowest
                 where product.shop_id = :shop
                   and product.id = lowest.id
                   and product.price_minor <> lowest.unit_minor
                """)
            .param("shop", shop.value())
            .param("products", products.stream().mapToLong(Long::longValue).toArray())
            .update();
        finder.learn(shop, products);
        freshness.changed(shop);
    }

    private void writeCategories(ShopId shop, long product, Collection<String> texts) {
        var wanted = new LinkedHashSet<Long>();
        texts.forEach(text -> wanted.add(Id.parse("/categories", text)));
        var existing = wanted.isEmpty() ? List.<Long>of() : categories.existing(shop, wanted);
        wanted.stream().filter(id -> !existing.contains(id)).findFirst().ifPresent(id -> {
            throw new CatalogProblem.UnknownCategory(Long.toString(id));
        });
        jdbc.sql("""
                with gone as (
                    delete from catalog.product_category
                     where shop_id = :shop
                       and product_id = :product
                       and category_id <> all(:categories))
                insert into catalog.product_category (shop_id, product_id, category_id)
                select :shop, :product, category_id
                  from unnest(:categories) as wanted (category_id)
                    on conflict do nothing
                """)
            .param("shop", shop.value())
            .param("product", product)
            .param("categories", wanted.stream().mapToLong(Long::longValue).toArray())
            .update();
    }

    private void writePictures(ShopId shop, long product, WriteProduct.Content content) {
        var shown = content.pictures();
        var used = new LinkedHashSet<String>();
        shown.forEach(picture -> used.add(picture.hash()));
        used.addAll(RichText.pictures(List.of(content.description(), content.howToUse())));
        pictures.show(shop, "product", product, used);
        jdbc.sql("delete from catalog.product_picture where shop_id = :shop and product_id = :product")
            .param("shop", shop.value())
            .param("product", product)
            .update();
        jdbc.sql("""
                insert into catalog.product_picture (shop_id, product_id, position, hash, alt)
                select :shop, :product, position, hash, alt
                  from unnest(:positions, :hashes, :alts) as picture (position, hash, alt)
                """)
            .params(Columns.of(IntStream.range(0, shown.size()).boxed().toList())
                    .ints("positions", Integer::intValue)
                    .texts("hashes", i -> shown.get(i).hash())
                    .texts("alts", i -> shown.get(i).alt())
                    .and("shop", shop.value())
                    .and("product", product)
                    .params())
            .update();
    }

    WriteProduct.Content contentOf(ShopId shop, ProductTable.Row row) {
        var product = List.of(row.id());
        return WriteProduct.Content.of(row, categories(shop, product).getOrDefault(row.id(), List.of()),
                pictures(shop, product).getOrDefault(row.id(), List.of()));
    }

    /** The pictures of these products, in their order. */
    Map<Long, List<WriteProduct.Illustration>> pictures(ShopId shop, Collection<Long> products) {
        var found = new LinkedHashMap<Long, List<WriteProduct.Illustration>>();
        jdbc.sql("""
                select product_id, hash, alt
                  from catalog.product_picture
                 where shop_id = :shop
                   and product_id = any(:products)
                 order by product_id, position
                """)
            .param("shop", shop.value())
            .param("products", products.stream().mapToLong(Long::longValue).toArray())
            .query(row -> {
                found.computeIfAbsent(row.getLong("product_id"), it -> new ArrayList<>())
                        .add(new WriteProduct.Illustration(row.getString("hash"), row.getString("alt")));
            });
        return found;
    }

    Map<Long, List<String>> categories(ShopId shop, Collection<Long> products) {
        var found = new LinkedHashMap<Long, List<String>>();
        jdbc.sql("""
                select product_id, category_id
                  from catalog.product_category
                 where shop_id = :shop
                   and product_id = any(:products)
                 order by product_id, category_id
                """)
            .param("shop", shop.value())
            .param("products", products.stream().mapToLong(Long::longValue).toArray())
            .query(row -> {
                found.computeIfAbsent(row.getLong("product_id"), it -> new ArrayList<>()).add(Long.toString(row.getLong("category_id")));
            });
        return found;
    }
}
