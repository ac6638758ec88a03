package io.wanqu.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shop.shop table. */
@Repository
class ShopTable {

    private final JdbcClient jdbc;

    ShopTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Shop> findBySlug(String slug) {
        return jdbc.sql("""
                select shop_id, slug, name, state, currency, page_id
                  from shop.shop
                 where slug = :slug
                """)
            .param("slug", slug)
            .query((row, n) -> read(row))
            .optional();
    }

    List<ShopId> after(long shop, int limit) {
        return jdbc.sql("select shop_id from shop.shop where shop_id > :after order by shop_id limit :limit")
            .param("after", shop)
            .param("limit", limit)
            .query((row, n) -> new ShopId(row.getLong("shop_id")))
            .list();
    }

    List<Shop> find(Collection<ShopId> shops) {
        return jdbc.sql("""
                select shop_id, slug, name, state, currency, page_id
                  from shop.shop
                 where shop_id = any(:shops)
                """)
            .param("shops", shops.stream().mapToLong(ShopId::value).toArray())
            .query((row, n) -> read(row))
            .list();
    }

    boolean add(Shop shop) {
        return jdbc.sql("""
                insert into shop.shop (shop_id, slug, name, state, currency, page_id)
                values (:id, :slug, :name, :state, :currency, :page)
                    on conflict (slug) do nothing
                """)
            .param("id", shop.id().value())
            .param("slug", shop.slug())
            .param("name", shop.name())
            .param("state", textOf(shop.state()))
            .param("currency", shop.currency())
            .param("page", shop.page().value())
            .update() == 1;
    }

    boolean rename(ShopId shop, String name) {
        return jdbc.sql("""
                update shop.shop
                   set name = :name, changed_at = now()
                 where shop_id = :shop
                """)
            .param("shop", shop.value())
            .param("name", name)
            .update() == 1;
    }

    boolean move(ShopId shop, Shop.State from, Shop.State to) {
        return jdbc.sql("""
                update shop.shop
                   set state = :to, changed_at = now()
                 where shop_id = :shop
                   and state = :from
                """)
            .param("shop", shop.value())
            .param("from", textOf(from))
            .param("to", textOf(to))
            .update() == 1;
    }

    private static String textOf(Shop.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Shop read(ResultSet row) throws SQLException {
        return new Shop(new ShopId(row.getLong("shop_id")), row.getString("slug"), row.getString("name"),
                Shop.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getString("currency"),
                new ChannelId(row.getLong("page_id")));
    }
}
