package io.wanqu.catalog.category;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The catalog.category table. */
@Repository
public class Categories {

    private final JdbcClient jdbc;

    Categories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a shop, in the order of the merchant. */
    public List<Category> all(ShopId shop) {
        return jdbc.sql("""
                select id, parent_id, slug, name, picture, position
                  from catalog.category
                 where shop_id = :shop
                 order by position, id
                """)
            .param("shop", shop.value())
            .query((row, n) -> read(row))
            .list();
    }

    /** How many products on sale there are in each, those of its sub-categories included; a product counts once. */
    public Map<Long, Long> countsOnSale(ShopId shop) {
        var counts = new HashMap<Long, Long>();
        jdbc.sql("""
                select above.id, count(distinct product.id) as products
                  from catalog.category
                  join catalog.product_category
                    on product_category.shop_id = category.shop_id
                   and product_category.category_id = category.id
                  join catalog.product
                    on product.shop_id = product_category.shop_id
                   and product.id = product_category.product_id
                   and product.state = 'on'
                  left join lateral unnest(array[category.id, category.parent_id]) as above (id)
                    on above.id is not null
                 where category.shop_id = :shop
                 group by 1
                """)
            .param("shop", shop.value())
            .query(row -> {
                counts.put(row.getLong("id"), row.getLong("products"));
            });
        return counts;
    }

    /** Those of the ids that are categories of the shop. */
    public List<Long> existing(ShopId shop, Collection<Long> ids) {
        return jdbc.sql("select id from catalog.category where shop_id = :shop and id = any(:ids)")
            .param("shop", shop.value())
            .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
            .query(Long.class)
            .list();
    }

    Optional<Category> find(ShopId shop, long id) {
        return jdbc.sql("select id, parent_id, slug, name, picture, position from catalog.category where shop_id = :shop and id = :id")
            .param("shop", shop.value())
            .param("id", id)
            .query((row, n) -> read(row))
            .optional();
    }

    /** Writes a new one or changes an old one. */
    void put(ShopId shop, Category category) {
        jdbc.sql("""
                insert into catalog.category (shop_id, id, parent_id, level, slug, name, picture, position)
                values (:shop, :id, :parent, :level, :slug, :name, :picture, :position)
                    on conflict (shop_id, id) do update
                   set parent_id = excluded.parent_id, level = excluded.level, slug = excluded.slug, name = excluded.name,
                       picture = excluded.picture, position = excluded.position, changed_at = now()
                """)
            .param("shop", shop.value())
            .param("id", category.id())
            .param("parent", category.parent(), Types.BIGINT)
            .param("level", category.parent() == null ? 1 : 2)
            .param("slug", category.slug())
            .param("name", category.name())
            .param("picture", category.picture(), Types.VARCHAR)
            .param("position", category.position())
            .update();
    }

    boolean hasChildren(ShopId shop, long id) {
        return jdbc.sql("select exists (select 1 from catalog.category where shop_id = :shop and parent_id = :id)")
            .param("shop", shop.value())
            .param("id", id)
            .query(Boolean.class)
            .single();
    }

    /** Its products stay, without it. */
    boolean delete(ShopId shop, long id) {
        jdbc.sql("delete from catalog.product_category where shop_id = :shop and category_id = :id")
            .param("shop", shop.value())
            .param("id", id)
            .update();
        return jdbc.sql("delete from catalog.category where shop_id = :shop and id = :id")
            .param("shop", shop.value())
            .param("id", id)
            .update() == 1;
    }

    private static Category read(ResultSet row) throws SQLException {
        return new Category(row.getLong("id"), nullable(row.getLong("parent_id")), row.getString("slug"), row.getString("name"),
                row.getString("picture"), row.getInt("position"));
    }

    private static @Nullable Long nullable(long id) {
        return id == 0 ? null : id;
    }
}
