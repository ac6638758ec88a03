package io.wanqu.structure;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules for tables, asked of the database's own catalogue. */
public final class SchemaRules {

    private final JdbcClient jdbc;
    private final String[] schemas;

    public SchemaRules(JdbcClient jdbc, List<String> schemas) {
        this.jdbc = jdbc;
        this.schemas = schemas.toArray(String[]::new);
    }

    /** The schemas that migrations keep. */
    public static List<String> schemasOfModules(JdbcClient jdbc) {
        return jdbc.sql("select schemaname from pg_tables where tablename = 'migration' order by schemaname").query(String.class).list();
    }

    public List<String> tablesWithoutPrimaryKey() {
        return tables("not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary)");
    }

    /** A key that crosses schemas ties two modules together for good. */
    public List<String> foreignKeysToAnotherSchema() {
        return list("""
                select f.conrelid::regclass || ' ' || f.conname
                  from pg_constraint f
                  join pg_class c on c.oid = f.conrelid
                  join pg_class target on target.oid = f.confrelid
                 where f.contype = 'f'
                   and c.relnamespace = any(:schemas::text[]::regnamespace[])
                   and c.relnamespace <> target.relnamespace
                 order by 1
                """);
    }

    /** Without an index that begins with its columns, each deletion of a parent reads the whole table. */
    public List<String> foreignKeysWithoutIndex() {
        return list("""
                select f.conrelid::regclass || ' ' || f.conname
                  from pg_constraint f
                  join pg_class c on c.oid = f.conrelid
                 where f.contype = 'f'
                   and not c.relispartition
                   and c.relnamespace = any(:schemas::text[]::regnamespace[])
                   and not exists (
                       select 1
                         from pg_index i
                        where i.indrelid = f.conrelid
                          and i.indpred is null
                          and f.conkey <@ (select array_agg(k.attnum)
                                             from unnest(i.indkey::int2[]) with ordinality as k (attnum, place)
                                            where k.place <= cardinality(f.conkey)))
                 order by 1
                """);
    }

    public List<String> timesWithoutZone() {
        return columns("a.atttypid in ('timestamp'::regtype, 'time'::regtype)");
    }

    public List<String> inexactNumbers() {
        return columns("a.atttypid in ('real'::regtype, 'double precision'::regtype, 'numeric'::regtype, 'money'::regtype)");
    }

    /** One shop's rows lie together, and the table can be spread by shop. */
    public List<String> shopTablesWhoseKeyBeginsElsewhere() {
        return tables("""
                exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'shop_id')
                   and not exists (
                       select 1
                         from pg_index i
                         join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                        where i.indrelid = c.oid and i.indisprimary and a.attname = 'shop_id')
                """);
    }

    /** A shop's table is guarded by row-level security, or shut to the shop's role altogether. */
    public List<String> shopTablesWithoutGuard() {
        return tables("""
                exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'shop_id')
                   and not (c.relrowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid))
                   and has_table_privilege('wanqu_shop', c.oid, 'select, insert, update, delete')
                """);
    }

    /** Tables that the shop's role reads though nothing says whose their rows are. */
    public List<String> tablesOpenToEveryShop() {
        return tables("""
                not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'shop_id')
                   and has_table_privilege('wanqu_shop', c.oid, 'select, insert, update, delete')
                """);
    }

    /** Partitions follow their parent, and the library keeps its own history table. */
    private List<String> tables(String condition) {
        return list("""
                select c.oid::regclass::text
                  from pg_class c
                 where c.relkind in ('r', 'p')
                   and not c.relispartition
                   and c.relname <> 'migration'
                   and c.relnamespace = any(:schemas::text[]::regnamespace[])
                   and (""" + condition + ") order by 1");
    }

    private List<String> columns(String condition) {
        return list("""
                select c.oid::regclass || ' ' || a.attname
                  from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 where c.relkind in ('r', 'p')
                   and not c.relispartition
                   and c.relname <> 'migration'
                   and c.relnamespace = any(:schemas::text[]::regnamespace[])
                   and (""" + condition + ") order by 1");
    }

    private List<String> list(String sql) {
        return jdbc.sql(sql).param("schemas", schemas).query(String.class).list();
    }
}
