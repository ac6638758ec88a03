package io.wanqu.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import io.wanqu.bench.drive.ServerProcess;

/** Searches every byte that a server keeps. */
final class Leaks {

    private static final int PIECE_BYTES = 4 * 1024 * 1024;

    private Leaks() {
    }

    /** A dump in plain text, table by table; bytes stand in it as hexadecimal digits, so the secrets are looked for in both forms. */
    static List<String> inTables(ServerProcess server, List<String> secrets) throws SQLException {
        var forms = new ArrayList<>(secrets);
        secrets.forEach(secret -> forms.add(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))));
        var found = new ArrayList<String>();
        try (var connection = server.database().connect(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(1_000);
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery("select schemaname || '.' || tablename from pg_tables"
                    + " where schemaname not in ('pg_catalog', 'information_schema')")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            assertThat(tables).contains("kernel.event_cursor", "vault.card", "vault.import_chunk", "web.idempotency");
            for (var table : tables) {
                try (var rows = statement.executeQuery("select dumped::text from " + table + " as dumped")) {
                    while (rows.next()) {
                        var row = rows.getString(1);
                        if (forms.stream().anyMatch(row::contains)) {
                            found.add(table);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Tables, indexes, the write-ahead log, the server's own log, and whatever else lies in the data directory. */
    static List<String> inFiles(ServerProcess server, List<String> secrets) throws IOException {
        var longest = secrets.stream().mapToInt(String::length).max().orElseThrow();
        var found = new ArrayList<String>();
        try (var paths = Files.walk(server.data())) {
            for (var file : paths.filter(Files::isRegularFile).filter(it -> !it.toString().contains("postgres-program")).toList()) {
                if (shows(file, secrets, longest)) {
                    found.add(server.data().relativize(file).toString());
                }
            }
        }
        return found;
    }

    private static boolean shows(Path file, List<String> secrets, int longest) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var tail = "";
            for (var piece = in.readNBytes(PIECE_BYTES); piece.length > 0; piece = in.readNBytes(PIECE_BYTES)) {
                var text = tail + new String(piece, StandardCharsets.ISO_8859_1);
                if (secrets.stream().anyMatch(text::contains)) {
                    return true;
                }
                tail = text.substring(Math.max(0, text.length() - longest));
            }
            return false;
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
