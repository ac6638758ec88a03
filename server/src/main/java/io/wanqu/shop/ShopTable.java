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

    /** Also by an address that it had before. */
    Optional<Shop> findBySlug(String slug) {
        return jdbc.sql("""
                select shop_id, slug, name, state, currency, page_id
                  from shop.shop
                 where slug = :slug
                union all
                select shop.shop_id, shop.slug, name, state, currency, page_id
                  from shop.former_slug
                  join shop.shop using (shop_id)
                 where former_slug.slug = :slug
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

    /** Whoever takes or leaves one of these addresses waits for the others who want it, to the end of the transaction. */
    void lockSlugs(Collection<String> slugs) {
        jdbc.sql("""
                select count(pg_advisory_xact_lock(hashtextextended('shop.slug/' || slug, 0)))
                  from (select slug from unnest(:slugs) as wanted (slug) order by slug) as sorted
                """)
            .param("slugs", slugs.toArray(String[]::new))
            .query(Long.class)
            .single();
    }

    /** Whether another shop has or had the address; asked outside of a shop's scope, because it looks at all of them. */
    boolean isAnothers(String slug, ShopId shop) {
        return jdbc.sql("""
                select exists (select 1 from shop.shop where slug = :slug and shop_id <> :shop)
                    or exists (select 1 from shop.former_slug where slug = :slug and shop_id <> :shop)
                """)
            .param("slug", slug)
            .param("shop", shop.value())
            .query(Boolean.class)
            .single();
    }

    /** The old address stays behind and leads here; one that the shop had before becomes its present one again. */
    boolean moveTo(ShopId shop, String slug) {
        return jdbc.sql("""
                with was as materialized (
                    select shop_id, slug from shop.shop where shop_id = :shop and slug <> :slug for update),
                back as (
                    delete from shop.former_slug where shop_id = :shop and slug = :slug),
                left_behind as (
                    insert into shop.former_slug (shop_id, slug) select shop_id, slug from was)
                update shop.shop
                   set slug = :slug, changed_at = now()
                  from was
                 where shop.shop_id = was.shop_id
                """)
            .param("shop", shop.value())
            .param("slug", slug)
            .update() == 1;
    }

    boolean add(Shop shop) {
        return jdbc.sql("""
                insert into shop.shop (shop_id, slug, name, state, currency, page_id)
                select :id, :slug, :name, :state, :currency, :page
                 where not exists (select 1 from shop.former_slug where slug = :slug)
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
