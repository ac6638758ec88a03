package io.wanqu.isolation;

import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes rows that the catalogue's column types allow, whatever they would mean; for transactions that are never committed. */
final class SampleRows {

    private final JdbcClient jdbc;

    SampleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes away what would ask for sense: checks, keys to other tables and triggers. Uniqueness stays. */
    void dropChecks(String table) {
        jdbc.sql("select conname from pg_constraint where conrelid = ?::regclass and contype in ('c', 'f')").param(table)
                .query(String.class).list().forEach(name -> jdbc.sql("alter table " + table + " drop constraint \"" + name + "\" cascade").update());
        jdbc.sql("set local session_replication_role = replica").update();
    }

    /** An insert of a row of this shop, unlike every row of another number. */
    String insert(String table, long shop, long number) {
        return insert(table, shop, number, Map.of());
    }

    /** @param known what these columns hold, as SQL */
    String insert(String table, long shop, long number, Map<String, String> known) {
        var columns = jdbc.sql("""
                select a.attname as name, t.typname as type, t.typcategory = 'A' as many, a.atttypmod as modifier
                  from pg_attribute a
                  join pg_type t on t.oid = a.atttypid
                 where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
                 order by a.attnum
                """).param(table).query(Column.class).list();
        return "insert into " + table + " (" + columns.stream().map(Column::name).collect(Collectors.joining(", ")) + ") values ("
                + columns.stream().map(column -> column.name.equals("shop_id") ? Long.toString(shop)
                        : known.getOrDefault(column.name, column.value(number)))
                        .collect(Collectors.joining(", ")) + ")";
    }

    record Column(String name, String type, boolean many, int modifier) {

        String value(long number) {
            if (many) {
                return "'{}'";
            }
            return switch (type) {
                case "int8" -> Long.toString(4_000_000_000_000_000L + number);
                case "int4", "int2" -> Long.toString(1_000 + number);
                case "text", "varchar" -> "'sample-" + number + "'";
                case "bpchar" -> "'" + "ABC".substring(0, Math.min(3, modifier - 4)) + "'";
                case "bool" -> "true";
                case "timestamptz" -> "now()";
                case "date" -> "current_date + " + number;
                case "bit" -> "B'" + "0".repeat(modifier) + "'";
                case "bytea" -> "decode('" + "%08x".formatted(number) + "', 'hex')";
                case "json", "jsonb" -> "'{}'";
                case "xid8" -> "pg_current_xact_id()";
                case "uuid" -> "gen_random_uuid()";
                case "inet" -> "'127.0.0.1'";
                default -> throw new IllegalStateException("no sample value for the type " + type + " of " + name);
            };
        }
    }
}
