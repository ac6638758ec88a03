package io.wanqu.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.wanqu.bench.Line.Measured;
import io.wanqu.bench.drive.CardFile;
import io.wanqu.bench.drive.Database;
import io.wanqu.bench.drive.ServerProcess;
import io.wanqu.bench.load.Latencies;

import org.postgresql.PGConnection;

/** Cards imported per second through the API, sealed and compared with all others, against a bare COPY of the same bytes. */
final class ImportFigure implements Figure {

    private static final double GOAL_OF_COPY = 0.25;
    private static final int COPY_BYTES = 256 * 1024;
    private static final long LOOK_NANOS = 20_000_000;

    @Override
    public void measure(Stage stage, Report report) throws IOException {
        var file = new CardFile("imported", stage.cards());
        report.say("import: " + file.count() + " cards …");
        var shop = stage.shop();
        var pool = shop.openPool("imported");
        var cpu = stage.cpu();
        cpu.set();
        var began = System.nanoTime();
        var id = file.open(shop, pool);
        file.send(shop, id);
        while (!CardFile.finished(shop, id)) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        var shares = cpu.read();
        var missing = file.count() - shop.pool(pool).get("loaded").asLong();
        var copied = stage.process() == null ? Double.NaN : file.count() / copySeconds(stage.process(), pool);
        var correct = Correctness.of(shop, List.of(pool), 0);
        report.add(new Line("import", file.count() / seconds, "cards/s", copied, GOAL_OF_COPY, true,
                new Measured(new Latencies(), shares, file.count(), 0, new Correctness(correct.oversold(), missing, correct.doubled()))));
    }

    /** A COPY of the very rows that the import has made, sealed as they are, into a table without a key or an index. */
    private static double copySeconds(ServerProcess process, String pool) throws IOException {
        var rows = process.data().resolve("copied");
        try (var connection = process.database().connect(); var statement = connection.createStatement()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            try (var out = new BufferedOutputStream(Files.newOutputStream(rows), COPY_BYTES)) {
                copy.copyOut(Database.script("floor-copy.sql").replace(":pool", pool), out);
            }
            process.database().run(Database.script("floor-card.sql"));
            var began = System.nanoTime();
            try (var in = Files.newInputStream(rows)) {
                copy.copyIn("copy floor.copied from stdin (format binary)", in, COPY_BYTES);
            }
            var seconds = (System.nanoTime() - began) / 1e9;
            statement.execute("drop table floor.copied");
            return seconds;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
