package io.wanqu.bench.sql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import io.wanqu.bench.drive.Database;
import io.wanqu.bench.load.Work;

/** As much of pgbench's script language as the floor needs, run over JDBC where pgbench is missing. */
record PgbenchScript(Map<String, Long> draws, List<Statement> statements) {

    private static final Pattern DRAW = Pattern.compile("\\\\set (\\w+) random\\(1, (\\d+)\\)");
    private static final Pattern VARIABLE = Pattern.compile("(?<!:):(\\w+)");

    static PgbenchScript parse(String script) {
        var draws = new HashMap<String, Long>();
        var statements = new ArrayList<Statement>();
        var sql = new StringBuilder();
        for (var line : script.lines().toList()) {
            var draw = DRAW.matcher(line);
            if (draw.matches()) {
                draws.put(draw.group(1), Long.valueOf(draw.group(2)));
            } else if (line.endsWith(";") || line.endsWith("\\gset")) {
                statements.add(Statement.of(sql.append(line.replaceFirst("(;|\\\\gset)$", "")).toString(), line.endsWith("\\gset")));
                sql.setLength(0);
            } else {
                sql.append(line).append('\n');
            }
        }
        return new PgbenchScript(draws, statements);
    }

    Work over(Database database) {
        try {
            return new Client(database.connect());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param keeps whether the columns of its row become variables */
    record Statement(String sql, List<String> variables, boolean keeps) {

        static Statement of(String text, boolean keeps) {
            var variables = VARIABLE.matcher(text).results().map(it -> it.group(1)).toList();
            return new Statement(VARIABLE.matcher(text).replaceAll("?"), variables, keeps);
        }
    }

    private final class Client implements Work {

        private final Connection connection;
        private final List<PreparedStatement> prepared = new ArrayList<>();

        Client(Connection connection) throws SQLException {
            this.connection = connection;
            for (var statement : statements) {
                prepared.add(connection.prepareStatement(statement.sql));
            }
        }

        @Override
        public void once() throws IOException {
            var values = new HashMap<String, Long>();
            draws.forEach((name, most) -> values.put(name, ThreadLocalRandom.current().nextLong(most) + 1));
            try {
                for (var n = 0; n < prepared.size(); n++) {
                    run(prepared.get(n), statements.get(n), values);
                }
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        private static void run(PreparedStatement prepared, Statement statement, Map<String, Long> values) throws SQLException {
            for (var at = 0; at < statement.variables.size(); at++) {
                prepared.setLong(at + 1, values.get(statement.variables.get(at)));
            }
            prepared.execute();
            if (statement.keeps) {
                try (var rows = prepared.getResultSet()) {
                    rows.next();
                    values.put(rows.getMetaData().getColumnName(1), rows.getLong(1));
                }
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
