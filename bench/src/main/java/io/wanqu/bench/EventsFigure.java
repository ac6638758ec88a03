package io.wanqu.bench;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import io.wanqu.bench.Line.Measured;
import io.wanqu.bench.drive.Basket;
import io.wanqu.bench.drive.Buyer;
import io.wanqu.bench.drive.Database;
import io.wanqu.bench.drive.ServerProcess;
import io.wanqu.bench.drive.Shelf;
import io.wanqu.bench.drive.Shop;
import io.wanqu.bench.load.ClosedLoop;
import io.wanqu.bench.load.CpuClock;
import io.wanqu.bench.load.CpuClock.Shares;
import io.wanqu.bench.load.Latencies;
import io.wanqu.bench.load.OpenLoop;

/**
 * How soon a listener has worked on an event after its sale was acknowledged; and what one more listener costs: the processor
 * time of a sale on a server with ten listeners more that read every sale and do nothing, less that without them, by ten.
 */
final class EventsFigure implements Figure {

    private static final String CURSOR = "channel.write-back";
    private static final int SALES = 200;
    private static final int MORE = 10;
    private static final double PER_SECOND = 150;
    private static final int CARDS_EACH = 400;
    private static final long BETWEEN_NANOS = 20_000_000;
    private static final long LOOK_NANOS = 500_000;
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    @Override
    public void measure(Stage stage, Report report) throws IOException {
        var process = stage.process();
        if (process == null) {
            report.say("events: needs a server of its own");
            return;
        }
        report.say("events: " + SALES + " sales, one after the other …");
        var listened = new Latencies();
        listen(stage.shop(), process, listened);
        report.add(new Line("events", listened.millis(99), "ms p99", Double.NaN, Double.NaN, false,
                new Measured(listened, Shares.UNKNOWN, 0, null)));
        report.say("events: the same load without and with " + MORE + " listeners more …");
        var without = millisEach(stage, 0);
        var with = millisEach(stage, MORE);
        report.add(new Line("events-one-more", (with - without) / MORE, "CPU ms a sale", without, Double.NaN, false,
                new Measured(new Latencies(), Shares.UNKNOWN, 0, null)));
    }

    private static void listen(Shop shop, ServerProcess process, Latencies listened) throws IOException {
        var shelf = Shelf.fill(shop, 1, SALES);
        var sql = Database.script("listened.sql").replace(":order", "?").replace(":cursor", "'" + CURSOR + "'");
        try (var buyer = new Buyer(shop); var connection = process.database().connect(); var look = connection.prepareStatement(sql)) {
            for (var n = 0; n < SALES; n++) {
                var order = buyer.placed(Basket.of(shelf.next()));
                buyer.pay(order).must();
                var began = System.nanoTime();
                look.setLong(1, Long.parseLong(order.number()));
                while (!passed(look)) {
                    if (System.nanoTime() - began > PATIENCE_NANOS) {
                        throw new IOException("the listener " + CURSOR + " never heard of order " + order.number());
                    }
                    LockSupport.parkNanos(LOOK_NANOS);
                }
                listened.add(System.nanoTime() - began);
                LockSupport.parkNanos(BETWEEN_NANOS);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static boolean passed(PreparedStatement look) throws SQLException {
        try (var rows = look.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** Processor time of server and database for each sale at a steady rate. */
    private static double millisEach(Stage stage, int idle) throws IOException {
        try (var process = ServerProcess.fresh("--wanqu.events.idle-listeners=" + idle)) {
            var shop = Shop.open(process, "events");
            var seconds = Duration.ofSeconds(20);
            var shelf = Shelf.fill(shop, SaleFigure.SKUS, CARDS_EACH);
            var paid = new AtomicLong();
            new ClosedLoop(stage.buyers(), () -> new Sale(shop, shelf, new Latencies(), paid)).run(Duration.ofSeconds(10), Duration.ofSeconds(1), () -> { });
            var cpu = new CpuClock(process);
            var open = new OpenLoop(PER_SECOND, () -> new Sale(shop, shelf, new Latencies(), paid)).run(Duration.ofSeconds(1), seconds, cpu::set);
            var shares = cpu.read();
            var machine = seconds.toMillis() * Runtime.getRuntime().availableProcessors();
            return (shares.server() + shares.database()) * machine / open.latencies().count();
        }
    }
}
