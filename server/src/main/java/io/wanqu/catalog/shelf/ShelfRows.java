package io.wanqu.catalog.shelf;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.catalog.Offer;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is on sale; open to everybody, so it runs outside a shop's scope. Each method is one statement. */
@Repository
class ShelfRows {

    private final JdbcClient jdbc;

    ShelfRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A filter that is not asked for is not in the statement, so that each order has its index. */
    List<Row> list(ShopId shop, ListAsk ask, Within within, int limit) {
        var sort = ask.sort();
        var newest = sort == ListAsk.Sort.NEWEST;
        var key = within.hits != null && sort == ListAsk.Sort.RECOMMENDED ? "-array_position(:hits, id)" : sort.key;
        var order = sort.rising ? " asc" : " desc";
        var place = newest ? "id" : "(" + key + ", id)";
        return jdbc.sql("select id, title, tags, sold, " + key + " as key, '' as description, '' as how_to_use, '' as warranty, changed_at"
                    + " from catalog.product where shop_id = :shop and state = 'on'"
                    + (within.categories == null ? "" : " and id in (select product_id from catalog.product_category"
                            + " where product_category.shop_id = :shop and product_category.category_id = any(:categories))")
                    + (within.hits == null ? "" : " and id = any(:hits)")
                    + (ask.minMinor() == null ? "" : " and price_minor >= :min")
                    + (ask.maxMinor() == null ? "" : " and price_minor <= :max")
                    + (ask.from() == null ? "" : " and " + place + (sort.rising ? " > " : " < ") + (newest ? ":id" : "(:key, :id)"))
                    + " order by " + (newest ? "" : key + order + ", ") + "id" + order + " limit :limit")
            .param("shop", shop.value())
            .param("limit", limit)
            .params(params(ask, within))
            .query((row, n) -> read(row))
            .list();
    }

    private static Map<String, Object> params(ListAsk ask, Within within) {
        var params = new HashMap<String, Object>();
        params.put("categories", within.categories == null ? new long[0] : longs(within.categories));
        params.put("hits", within.hits == null ? new long[0] : longs(within.hits));
        params.put("min", ask.minMinor());
        params.put("max", ask.maxMinor());
        params.put("key", ask.from() == null ? null : ask.from().key());
        params.put("id", ask.from() == null ? null : ask.from().id());
        return params;
    }

    /** All of these products that are on sale, with their long texts. */
    List<Row> find(ShopId shop, Collection<Long> products) {
        return jdbc.sql("""
                select id, title, tags, sold, 0::bigint as key, description, how_to_use, warranty, changed_at
                  from catalog.product
                 where shop_id = :shop
                   and id = any(:products)
                   and state = 'on'
                """)
            .param("shop", shop.value())
            .param("products", longs(products))
            .query((row, n) -> read(row))
            .list();
    }

    /** It was on sale once, or may have been; drafts never were. */
    boolean withdrawn(ShopId shop, long product) {
        return jdbc.sql("select count(*) from catalog.product where shop_id = :shop and id = :product and state = 'off'")
            .param("shop", shop.value())
            .param("product", product)
            .query(Integer.class)
            .single() > 0;
    }

    Map<Long, List<OnShelf>> skus(ShopId shop, Collection<Long> products) {
        var found = new HashMap<Long, List<OnShelf>>();
        jdbc.sql("""
                select product_id, id, pool_id, title, unit_minor, currency, per_order_max, chooseable, compare_minor
                  from catalog.sku
                 where shop_id = :shop
                   and product_id = any(:products)
                   and state = 'on'
                 order by product_id, id
                """)
            .param("shop", shop.value())
            .param("products", longs(products))
            .query(row -> {
                found.computeIfAbsent(row.getLong("product_id"), it -> new ArrayList<>()).add(sku(shop, row));
            });
        return found;
    }

    /** With their alternative texts; of each product only the first where {@code one} is asked for. */
    Map<Long, Map<String, String>> pictures(ShopId shop, Collection<Long> products, boolean one) {
        var found = new HashMap<Long, Map<String, String>>();
        jdbc.sql("""
                select product_id, hash, alt
                  from catalog.product_picture
                 where shop_id = :shop
                   and product_id = any(:products)
                   and (position = 0 or not :one)
                 order by product_id, position
                """)
            .param("shop", shop.value())
            .param("products", longs(products))
            .param("one", one)
            .query(row -> {
                found.computeIfAbsent(row.getLong("product_id"), it -> new LinkedHashMap<>()).put(row.getString("hash"), row.getString("alt"));
            });
        return found;
    }

    Map<Long, List<Long>> categories(ShopId shop, Collection<Long> products) {
        var found = new HashMap<Long, List<Long>>();
        jdbc.sql("""
                select product_id, category_id
                  from catalog.product_category
                 where shop_id = :shop
                   and product_id = any(:products)
                 order by product_id, category_id
                """)
            .param("shop", shop.value())
            .param("products", longs(products))
            .query(row -> {
                found.computeIfAbsent(row.getLong("product_id"), it -> new ArrayList<>()).add(row.getLong("category_id"));
            });
        return found;
    }

    private static OnShelf sku(ShopId shop, ResultSet row) throws SQLException {
        var compare = row.getLong("compare_minor");
        var currency = row.getString("currency");
        var title = row.getString("title");
        return new OnShelf(new Offer(shop, new SkuId(row.getLong("id")), row.getLong("product_id"), new PoolId(row.getLong("pool_id")), title,
                Money.of(row.getLong("unit_minor"), currency), true, row.getInt("per_order_max"), row.getBoolean("chooseable")),
                title, compare == 0 ? null : Money.of(compare, currency));
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(row.getLong("id"), row.getString("title"), List.of((String[]) row.getArray("tags").getArray()), row.getLong("sold"),
                row.getLong("key"), new Texts(row.getString("description"), row.getString("how_to_use"), row.getString("warranty")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static long[] longs(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }

    /** @param key what the list was sorted by */
    record Row(long id, String title, List<String> tags, long sold, long key, Texts texts, Instant changedAt) {
    }

    record Texts(String description, String howToUse, String warranty) {
    }

    record OnShelf(Offer offer, String title, @Nullable Money compareAt) {
    }

    /** Where to look: in these categories, among what a search found; absent is everywhere. */
    record Within(@Nullable Collection<Long> categories, @Nullable Collection<Long> hits) {
    }
}
