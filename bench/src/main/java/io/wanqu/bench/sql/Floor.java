package io.wanqu.bench.sql;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.wanqu.bench.drive.Database;
import io.wanqu.bench.load.ClosedLoop;

/**
 * What plain SQL reaches on the same database: the rows of one sale, each written once and in its final form, one order a
 * transaction, prepared statements, nobody asking over HTTP. It is measured with several numbers of clients, and the best counts.
 */
public final class Floor {

    private static final int[] CLIENTS = {8, 16, 32};
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final Database database;
    private final Duration measured;

    /** @param measured how long all runs together may take */
    public Floor(Database database, Duration measured) {
        this.database = database;
        this.measured = measured;
    }

    /** Orders a second. */
    public double measure() throws IOException {
        var pgbench = pgbench();
        database.run(Database.script("floor-tables.sql"));
        var best = 0.0;
        for (var clients : CLIENTS) {
            best = Math.max(best, pgbench.isPresent() ? byPgbench(pgbench.get(), database, clients) : byJdbc(database, clients));
        }
        database.run("drop schema floor cascade");
        database.run("checkpoint");
        return best;
    }

    private Duration each() {
        return Duration.ofSeconds(Math.max(2, measured.toSeconds() / CLIENTS.length));
    }

    private double byPgbench(Path pgbench, Database database, int clients) throws IOException {
        var script = Files.createTempFile("floor", ".sql");
        try {
            Files.writeString(script, Database.script("floor-order.sql"));
            var builder = new ProcessBuilder(pgbench.toString(), "-h", "127.0.0.1", "-p", Integer.toString(database.port()), "-U", "postgres",
                    "-n", "-M", "prepared", "-c", Integer.toString(clients), "-T", Long.toString(each().toSeconds()),
                    "-f", script.toString(), "postgres").redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", database.password());
            var words = new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var found = TPS.matcher(words);
            if (!found.find()) {
                throw new IllegalStateException("pgbench measured nothing: " + words);
            }
            return Double.parseDouble(found.group(1));
        } finally {
            Files.delete(script);
        }
    }

    private double byJdbc(Database database, int clients) {
        var script = PgbenchScript.parse(Database.script("floor-order.sql"));
        return new ClosedLoop(clients, () -> script.over(database)).run(Duration.ofSeconds(1), each(), () -> { }).perSecond();
    }

    private static Optional<Path> pgbench() throws IOException {
        var folders = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(Path::of);
        try (var versions = Files.isDirectory(Path.of("/usr/lib/postgresql")) ? Files.list(Path.of("/usr/lib/postgresql")) : Stream.<Path>empty()) {
            return Stream.concat(folders, versions.map(it -> it.resolve("bin"))).map(it -> it.resolve("pgbench"))
                    .filter(Files::isExecutable).findFirst();
        }
    }
}
