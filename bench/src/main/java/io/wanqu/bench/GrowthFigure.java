package io.wanqu.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

import io.wanqu.bench.Line.Measured;
import io.wanqu.bench.drive.Database;
import io.wanqu.bench.drive.Shelf;
import io.wanqu.bench.drive.Shop;
import io.wanqu.bench.drive.WriteAheadLog;
import io.wanqu.bench.load.ClosedLoop;
import io.wanqu.bench.load.CpuClock.Shares;
import io.wanqu.bench.load.FixedCount;
import io.wanqu.bench.load.Latencies;
import io.wanqu.bench.sql.ManyOrders;

/** The rate of sales when many orders are stored already, against the rate when there are few: it must not fall by more than a tenth. */
final class GrowthFigure implements Figure {

    private static final double GOAL = 0.9;
    private static final int FEW = 10_000;
    private static final double CARDS_PER_SECOND = 4_000;

    @Override
    public void measure(Stage stage, Report report) throws IOException {
        var process = stage.process();
        if (process == null) {
            report.say("growth: needs a server of its own");
            return;
        }
        var sales = new Sales(stage, report, stage.shop(), process.database());
        report.say("growth: selling " + FEW + " orders …");
        sell(sales.shop, FEW);
        var many = new ManyOrders(sales.database, sales.shop);
        var few = sales.rate("growth-" + text(FEW), Double.NaN);
        for (var wanted : stage.stored()) {
            report.say("growth: storing " + wanted + " orders …");
            store(many, wanted / FEW);
            sales.rate("growth-" + text(wanted), few);
        }
    }

    /** The orders that are copied later. */
    private static void sell(Shop shop, int count) throws IOException {
        var shelf = Shelf.fill(shop, SaleFigure.SKUS, count / SaleFigure.SKUS + 200);
        var paid = new AtomicLong();
        new FixedCount(count, SaleFigure.SKUS, () -> new Sale(shop, shelf, new Latencies(), paid)).run();
    }

    private static void store(ManyOrders many, int times) throws IOException {
        try {
            many.multiply(times);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static String text(int count) {
        return count >= 1_000_000 ? count / 1_000_000 + "m" : count / 1_000 + "k";
    }

    /** Sales in one shop, again and again. */
    private record Sales(Stage stage, Report report, Shop shop, Database database) {

        double rate(String name, double reference) throws IOException {
            var seconds = stage.warmUp().plus(stage.measured()).toSeconds();
            var shelf = Shelf.fill(shop, SaleFigure.SKUS, (int) (CARDS_PER_SECOND * seconds / SaleFigure.SKUS));
            report.say(name + ": " + stage.buyers() + " buyers, closed loop …");
            var paid = new AtomicLong();
            var cpu = stage.cpu();
            var log = WriteAheadLog.of(database);
            var closed = new ClosedLoop(stage.buyers(), () -> new Sale(shop, shelf, new Latencies(), paid))
                    .run(stage.warmUp(), stage.measured(), cpu::set);
            report.add(new Line(name, closed.perSecond(), "orders/s", reference, Double.isNaN(reference) ? Double.NaN : GOAL, true,
                    new Measured(closed.latencies(), cpu.read(), closed.failures(), Correctness.of(shop, shelf.pools(), paid.get()))));
            written(name, WriteAheadLog.of(database).since(log), paid.get());
            stage.warm();
            return closed.perSecond();
        }

        /** The log of all sales, those of the warm-up among them. */
        private void written(String name, WriteAheadLog log, long orders) {
            var unseen = new Measured(new Latencies(), Shares.UNKNOWN, 0, null);
            report.add(new Line(name + "-log", log.bytes() / 1e3 / orders, "kB an order", Double.NaN, Double.NaN, false, unseen));
            report.add(new Line(name + "-pages", (double) log.pages() / orders, "whole pages an order", Double.NaN, Double.NaN, false, unseen));
        }
    }
}
