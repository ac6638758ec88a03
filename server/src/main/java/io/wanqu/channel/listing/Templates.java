package io.wanqu.channel.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channel.content_template table. */
@Repository
class Templates {

    private static final String SELECT = "select template_id, name, content, version, changed_by, changed_at from channel.content_template ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Templates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** New, or the next version; false when another template has the name. */
    boolean put(ShopId shop, long id, String name, Content content, String by) {
        return jdbc.sql("""
                insert into channel.content_template (shop_id, template_id, name, content, changed_by, changed_at)
                select :shop, :id, :name, :content::jsonb, :by, :now
                 where not exists (select 1
                                     from channel.content_template
                                    where shop_id = :shop and name = :name and template_id <> :id)
                    on conflict (shop_id, template_id) do update
                   set name = excluded.name, content = excluded.content, version = content_template.version + 1,
                       changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("name", name)
            .param("content", Json.write(content))
            .param("by", by)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update() == 1;
    }

    Optional<Template> find(ShopId shop, long id) {
        return jdbc.sql(SELECT + "where shop_id = :shop and template_id = :id")
            .param("shop", shop.value())
            .param("id", id)
            .query((row, n) -> template(row))
            .optional();
    }

    List<Template> of(ShopId shop) {
        return jdbc.sql(SELECT + "where shop_id = :shop order by name limit 500")
            .param("shop", shop.value())
            .query((row, n) -> template(row))
            .list();
    }

    private static Template template(ResultSet row) throws SQLException {
        return new Template(Long.toString(row.getLong("template_id")), row.getString("name"), Json.read(row.getString("content"), Content.class),
                row.getLong("version"), row.getString("changed_by"), row.getTimestamp("changed_at").toInstant());
    }

    record Template(String id, String name, Content content, long version, String changedBy, Instant changedAt) {
    }
}
