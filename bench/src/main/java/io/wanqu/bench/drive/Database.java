package io.wanqu.bench.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** The database behind a server that runs on this machine, for looking at rows directly and for the floor. */
public record Database(int port, String password, long pid) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** The embedded one in this data directory; its port is another after each start. */
    public static Database in(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
            return new Database(Integer.parseInt(lines.get(PORT_LINE).strip()), Files.readString(data.resolve("postgres.password")).strip(),
                    Long.parseLong(lines.get(PID_LINE).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres?reWriteBatchedInserts=true", "postgres", password);
    }

    /** The first column of the first row. */
    public String one(String sql) {
        try (var connection = connect(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long count(String sql) {
        return Long.parseLong(one(sql));
    }

    public void run(String sql) {
        try (var connection = connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid);
    }

    /** Statements that stand in a file beside the classes. */
    public static String script(String name) {
        try (var in = Database.class.getResourceAsStream("/io/wanqu/bench/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no script " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Database[port=" + port + "]";
    }
}
