package io.wanqu.media;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the module. */
@Repository
class PictureTable {

    private final JdbcClient jdbc;

    PictureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int unused(ShopId shop) {
        return jdbc.sql("select count(*) from media.picture where shop_id = :shop and unused_since is not null")
            .param("shop", shop.value())
            .query(Integer.class)
            .single();
    }

    /** False where the shop has this picture already; its time of being unused begins anew. */
    boolean add(ShopId shop, DrawForms.Forms forms, String by) {
        var picture = forms.picture();
        return jdbc.sql("""
                insert into media.picture as picture (shop_id, hash, width, height, type, bytes, uploaded_by)
                values (:shop, :hash, :width, :height, :type, :bytes, :by)
                    on conflict (shop_id, hash) do update
                   set unused_since = case when picture.unused_since is null then null else now() end
                returning xmax = 0
                """)
            .param("shop", shop.value())
            .param("hash", picture.hash())
            .param("width", picture.width())
            .param("height", picture.height())
            .param("type", forms.type())
            .param("bytes", forms.bodies().values().stream().mapToLong(it -> it.length).sum())
            .param("by", by)
            .query(Boolean.class)
            .single();
    }

    void addForms(ShopId shop, DrawForms.Forms forms) {
        jdbc.sql("""
                insert into media.rendition (shop_id, hash, width, body)
                select :shop, :hash, width, body
                  from unnest(:widths, :bodies) as form (width, body)
                """)
            .params(Columns.of(new ArrayList<>(forms.bodies().entrySet()))
                    .ints("widths", Map.Entry::getKey)
                    .bytes("bodies", Map.Entry::getValue)
                    .and("shop", shop.value())
                    .and("hash", forms.picture().hash())
                    .params())
            .update();
    }

    List<Picture> find(ShopId shop, Collection<String> hashes) {
        return jdbc.sql("""
                select hash, width, height
                  from media.picture
                 where shop_id = :shop
                   and hash = any(:hashes)
                """)
            .param("shop", shop.value())
            .param("hashes", hashes.toArray(String[]::new))
            .query((row, n) -> Picture.of(row.getString("hash"), row.getInt("width"), row.getInt("height")))
            .list();
    }

    /** A picture that some shop shows; whose it is does not matter to who looks at it. */
    Optional<Shown> shown(String hash) {
        return jdbc.sql("""
                select picture.shop_id, picture.hash, picture.width, picture.height, picture.type
                  from media.picture
                 where picture.hash = :hash
                   and exists (select 1
                                 from media.usage
                                where usage.shop_id = picture.shop_id
                                  and usage.hash = picture.hash)
                 limit 1
                """)
            .param("hash", hash)
            .query((row, n) -> new Shown(new ShopId(row.getLong("shop_id")),
                    Picture.of(row.getString("hash"), row.getInt("width"), row.getInt("height")), row.getString("type")))
            .optional();
    }

    /** The same for the shop's own staff, who see it before anybody else. */
    Optional<Shown> own(ShopId shop, String hash) {
        return jdbc.sql("select hash, width, height, type from media.picture where shop_id = :shop and hash = :hash")
            .param("shop", shop.value())
            .param("hash", hash)
            .query((row, n) -> new Shown(shop, Picture.of(row.getString("hash"), row.getInt("width"), row.getInt("height")),
                    row.getString("type")))
            .optional();
    }

    byte[] body(ShopId shop, String hash, int width) {
        return jdbc.sql("select body from media.rendition where shop_id = :shop and hash = :hash and width = :width")
            .param("shop", shop.value())
            .param("hash", hash)
            .param("width", width)
            .query((row, n) -> row.getBytes("body"))
            .single();
    }

    List<Picture> list(ShopId shop, int limit) {
        return jdbc.sql("""
                select hash, width, height
                  from media.picture
                 where shop_id = :shop
                 order by uploaded_at desc, hash
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("limit", limit)
            .query((row, n) -> Picture.of(row.getString("hash"), row.getInt("width"), row.getInt("height")))
            .list();
    }

    /** Replaces what a place shows; the answer is what came or went. The hashes exist, or the foreign key says so. */
    List<String> use(ShopId shop, String place, Collection<Long> subjects, List<Use> uses) {
        return jdbc.sql("""
                with gone as (
                    delete from media.usage
                     where shop_id = :shop
                       and place = :place
                       and subject = any(:all)
                       and (subject, hash) not in (select subject, hash from unnest(:subjects, :hashes) as kept (subject, hash))
                    returning hash),
                come as (
                    insert into media.usage (shop_id, place, subject, hash)
                    select distinct :shop, :place, subject, hash
                      from unnest(:subjects, :hashes) as wanted (subject, hash)
                        on conflict do nothing
                    returning hash)
                select hash from gone union select hash from come
                """)
            .params(Columns.of(uses)
                    .longs("subjects", Use::subject)
                    .texts("hashes", Use::hash)
                    .and("all", subjects.stream().mapToLong(Long::longValue).toArray())
                    .and("shop", shop.value())
                    .and("place", place)
                    .params())
            .query(String.class)
            .list();
    }

    /** To be called after {@link #use}: whether something shows a picture now decides how long it is kept. */
    void countUses(ShopId shop, Collection<String> hashes) {
        jdbc.sql("""
                update media.picture
                   set unused_since = case when unused_since is null then now() end
                 where shop_id = :shop
                   and hash = any(:hashes)
                   and (unused_since is null) <> exists (select 1
                                                           from media.usage
                                                          where usage.shop_id = picture.shop_id
                                                            and usage.hash = picture.hash)
                """)
            .param("shop", shop.value())
            .param("hashes", hashes.toArray(String[]::new))
            .update();
    }

    int forget(Instant before, int limit) {
        return jdbc.sql("""
                with old as materialized (
                    select shop_id, hash
                      from media.picture
                     where unused_since < :before
                     order by unused_since
                     limit :limit
                       for update skip locked)
                delete from media.picture
                 using old
                 where picture.shop_id = old.shop_id
                   and picture.hash = old.hash
                   and not exists (select 1
                                     from media.usage
                                    where usage.shop_id = old.shop_id
                                      and usage.hash = old.hash)
                """)
            .param("before", before.atOffset(UTC))
            .param("limit", limit)
            .update();
    }

    record Use(long subject, String hash) {
    }

    record Shown(ShopId shop, Picture picture, String type) {
    }
}
