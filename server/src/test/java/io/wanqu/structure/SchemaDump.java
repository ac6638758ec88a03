package io.wanqu.structure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole schema as text that can be compared: tables, columns, keys, indexes, policies and functions. */
public final class SchemaDump {

    private final JdbcClient jdbc;
    private final String[] schemas;

    public SchemaDump(JdbcClient jdbc, List<String> schemas) {
        this.jdbc = jdbc;
        this.schemas = schemas.toArray(String[]::new);
    }

    public String text() {
        return "-- What all migrations together make; written and compared by SchemaTest.\n\n"
                + String.join("\n\n", tables(), sequences(), functions(), triggers()).strip() + "\n";
    }

    private String tables() {
        return lines("""
                select c.oid::regclass::text
                  from pg_class c
                 where c.relkind in ('r', 'p')
                   and not c.relispartition
                   and c.relname <> 'migration'
                   and c.relnamespace = any(:schemas::text[]::regnamespace[])
                 order by 1
                """).stream().map(this::table).collect(Collectors.joining("\n\n"));
    }

    private String table(String name) {
        return "table " + name + "\n" + indented(Stream.of(of(name, """
                select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                       || case when a.attnotnull then ' not null' else '' end
                       || coalesce(case a.attgenerated when '' then ' default ' else ' generated ' end
                                   || pg_get_expr(d.adbin, d.adrelid), '')
                  from pg_attribute a
                  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                 where a.attrelid = :table::regclass and a.attnum > 0 and not a.attisdropped
                 order by a.attnum
                """), of(name, """
                select conname || ' ' || pg_get_constraintdef(oid)
                  from pg_constraint
                 where conrelid = :table::regclass and contype <> 'n'
                 order by contype, conname
                """), of(name, """
                select pg_get_indexdef(i.indexrelid)
                  from pg_index i
                  join pg_class c on c.oid = i.indexrelid
                 where i.indrelid = :table::regclass
                   and not exists (select 1 from pg_constraint where conindid = i.indexrelid and conrelid = i.indrelid)
                 order by c.relname
                """), of(name, """
                select 'policy ' || polname || ' using ' || pg_get_expr(polqual, polrelid)
                  from pg_policy
                 where polrelid = :table::regclass
                 order by polname
                """)));
    }

    private String sequences() {
        return String.join("\n", lines("""
                select 'sequence ' || c.oid::regclass
                  from pg_class c
                 where c.relkind = 'S' and c.relnamespace = any(:schemas::text[]::regnamespace[])
                 order by 1
                """));
    }

    private String functions() {
        return String.join("\n", lines("""
                select replace(pg_get_functiondef(oid), 'CREATE OR REPLACE FUNCTION', 'function')
                  from pg_proc
                 where pronamespace = any(:schemas::text[]::regnamespace[])
                 order by oid::regprocedure::text
                """));
    }

    private String triggers() {
        return String.join("\n", lines("""
                select pg_get_triggerdef(t.oid)
                  from pg_trigger t
                  join pg_class c on c.oid = t.tgrelid
                 where not t.tgisinternal
                   and not c.relispartition
                   and c.relnamespace = any(:schemas::text[]::regnamespace[])
                 order by 1
                """));
    }

    private static String indented(Stream<List<String>> parts) {
        return parts.flatMap(List::stream).map(line -> "    " + line).collect(Collectors.joining("\n"));
    }

    private List<String> of(String table, String sql) {
        return jdbc.sql(sql).param("table", table).query(String.class).list();
    }

    private List<String> lines(String sql) {
        return jdbc.sql(sql).param("schemas", schemas).query(String.class).list();
    }
}
