package io.wanqu.isolation;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the database's catalogue which tables of shops stand unguarded; partitions follow their parent. */
final class GuardRules {

    private final JdbcClient jdbc;
    private final String[] schemas;

    GuardRules(JdbcClient jdbc, List<String> schemas) {
        this.jdbc = jdbc;
        this.schemas = schemas.toArray(String[]::new);
    }

    /** A table is a shop's by its own column, or because its rows hang on rows of such a table. */
    private static final String OF_A_SHOP = """
            with recursive owned (oid) as (
                select c.oid
                  from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'shop_id' and not a.attisdropped
                 where c.relkind in ('r', 'p') and not c.relispartition
                   and c.relnamespace = any(:schemas::text[]::regnamespace[])
                 union
                select f.conrelid
                  from pg_constraint f
                  join owned on owned.oid = f.confrelid
                 where f.contype = 'f')
            """;

    List<String> tablesOfShops() {
        return list(OF_A_SHOP + "select oid::regclass::text from owned order by 1");
    }

    /** Guarded is who has all of it: security on, the one policy with the one condition for the one role, and the rights. */
    List<String> unguarded() {
        return list(OF_A_SHOP + """
                select owned.oid::regclass::text
                  from owned
                  join pg_class c on c.oid = owned.oid
                 where not (c.relrowsecurity
                            and 1 = (select count(*)
                                       from pg_policy p
                                      where p.polrelid = c.oid
                                        and p.polcmd = '*'
                                        and p.polpermissive
                                        and p.polroles = array['wanqu_shop'::regrole::oid]
                                        and p.polwithcheck is null
                                        and pg_get_expr(p.polqual, p.polrelid) ~ '^\\(shop_id = \\( SELECT kernel.current_shop\\(\\) AS current_shop\\)\\)$')
                            and 1 = (select count(*) from pg_policy p where p.polrelid = c.oid)
                            and has_table_privilege('wanqu_shop', c.oid, 'select'))
                 order by 1
                """);
    }

    private List<String> list(String sql) {
        return jdbc.sql(sql).param("schemas", schemas).query(String.class).list();
    }
}
