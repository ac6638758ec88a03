package io.wanqu.bench.sql;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.bench.drive.Database;

/**
 * Indexes over random keys are put aside while millions of rows are copied, and built anew from the sorted rows at the end:
 * kept up row by row they would read and write a page for each. The vacuum of the same tables waits as long, and is done at the end.
 */
final class PutAside implements AutoCloseable {

    private final Database database;
    private final List<String> tables;
    private final Map<String, String> definitions = new LinkedHashMap<>();

    /**
     * @param tables  those that are not vacuumed meanwhile
     * @param indexes with their schema; none of them may belong to a key of its table
     */
    PutAside(Database database, List<String> tables, List<String> indexes) throws SQLException {
        this.database = database;
        this.tables = tables;
        tables.forEach(table -> database.run("alter table " + table + " set (autovacuum_enabled = off)"));
        for (var index : indexes) {
            definitions.put(index, database.one("select pg_get_indexdef('" + index + "'::regclass)"));
            database.run("drop index " + index);
        }
    }

    @Override
    public void close() {
        definitions.values().forEach(definition -> database.run("set maintenance_work_mem = '1GB'; " + definition));
        tables.forEach(table -> database.run("vacuum (analyze) " + table));
        tables.forEach(table -> database.run("alter table " + table + " reset (autovacuum_enabled)"));
    }
}
