package io.wanqu.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The catalog.product table, as the shop's staff use it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ProductTable {

    private final JdbcClient jdbc;

    ProductTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ShopId shop, long id, WriteProduct.Content content) {
        jdbc.sql("""
                insert into catalog.product (shop_id, id, title, description, state, how_to_use, warranty, tags, weight)
                values (:shop, :id, :title, :description, :state, :howToUse, :warranty, :tags, :weight)
                """)
            .params(params(shop, id, content))
            .update();
    }

    boolean change(ShopId shop, long id, WriteProduct.Content content) {
        return jdbc.sql("""
                update catalog.product
                   set title = :title, description = :description, state = :state, how_to_use = :howToUse, warranty = :warranty,
                       tags = :tags, weight = :weight, changed_at = now()
                 where shop_id = :shop
                   and id = :id
                """)
            .params(params(shop, id, content))
            .update() == 1;
    }

    Optional<Row> find(ShopId shop, long id) {
        return jdbc.sql("""
                select id, title, description, state, how_to_use, warranty, tags, weight, price_minor, sold
                  from catalog.product
                 where shop_id = :shop
                   and id = :id
                """)
            .param("shop", shop.value())
            .param("id", id)
            .query(ProductTable::read)
            .optional();
    }

    /** Newest first, below {@code before}. A filter that is not asked for is not in the statement, so that each has its index. */
    List<Row> list(ShopId shop, Filter filter, long before, int limit) {
        return jdbc.sql("""
                select id, title, '' as description, state, '' as how_to_use, '' as warranty, tags, weight, price_minor, sold
                  from catalog.product
                 where shop_id = :shop
                   and id < :before
                """ + filter.conditions() + """
                 order by id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("before", before)
            .param("limit", limit)
            .params(filter.params())
            .query(ProductTable::read)
            .list();
    }

    private static Map<String, Object> params(ShopId shop, long id, WriteProduct.Content content) {
        var params = new HashMap<String, Object>();
        params.put("shop", shop.value());
        params.put("id", id);
        params.put("title", content.title());
        params.put("description", content.description());
        params.put("state", content.stateText());
        params.put("howToUse", content.howToUse());
        params.put("warranty", content.warranty());
        params.put("tags", content.tags().toArray(String[]::new));
        params.put("weight", content.weight());
        return params;
    }

    private static Row read(ResultSet row, int n) throws SQLException {
        return new Row(row.getLong("id"), row.getString("title"), row.getString("description"),
                WriteProduct.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new Words(row.getString("how_to_use"), row.getString("warranty"), List.of((String[]) row.getArray("tags").getArray())),
                row.getInt("weight"), row.getLong("price_minor"), row.getLong("sold"));
    }

    record Row(long id, String title, String description, WriteProduct.State state, Words words, int weight, long priceMinor, long sold) {
    }

    record Words(String howToUse, String warranty, List<String> tags) {
    }

    /**
     * Which products are wanted.
     *
     * @param products those that a search found; absent where nobody searched
     * @param category 0 for all
     */
    record Filter(WriteProduct.@Nullable State state, @Nullable Collection<Long> products, long category) {

        private String conditions() {
            var conditions = new StringBuilder();
            if (state != null) {
                conditions.append("   and state = :state\n");
            }
            if (products != null) {
                conditions.append("   and id = any(:products)\n");
            }
            if (category != 0) {
                conditions.append("""
                           and id in (select product_id
                                        from catalog.product_category
                                       where product_category.shop_id = :shop
                                         and product_category.category_id = :category)
                        """);
            }
            return conditions.toString();
        }

        private Map<String, Object> params() {
            var params = new HashMap<String, Object>();
            params.put("state", state == null ? "" : state.name().toLowerCase(Locale.ROOT));
            params.put("products", products == null ? new long[0] : products.stream().mapToLong(Long::longValue).toArray());
            params.put("category", category);
            return params;
        }
    }
}
