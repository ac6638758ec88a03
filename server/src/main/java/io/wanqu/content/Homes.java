package io.wanqu.content;

import java.util.Optional;

import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The content.home table. */
@Repository
class Homes {

    private final JdbcClient jdbc;

    Homes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Written> find(ShopId shop) {
        return jdbc.sql("select version, home::text as home from content.home where shop_id = :shop")
            .param("shop", shop.value())
            .query((row, n) -> new Written(row.getLong("version"), Json.read(row.getString("home"), Home.class)))
            .optional();
    }

    /** Writes it where nobody has written since that version; 0 stands for never. */
    boolean write(ShopId shop, Written written, String by) {
        return jdbc.sql("""
                insert into content.home as home (shop_id, version, home, changed_by)
                select :shop, 1, :home::jsonb, :by
                 where :version = 0
                    or exists (select 1 from content.home where shop_id = :shop)
                    on conflict (shop_id) do update
                   set version = home.version + 1, home = excluded.home, changed_by = excluded.changed_by, changed_at = now()
                 where home.version = :version
                """)
            .param("shop", shop.value())
            .param("home", Json.write(written.home))
            .param("by", by)
            .param("version", written.version)
            .update() == 1;
    }

    void delete(ShopId shop) {
        jdbc.sql("delete from content.home where shop_id = :shop")
            .param("shop", shop.value())
            .update();
    }

    record Written(long version, Home home) {
    }
}
