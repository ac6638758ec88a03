package io.wanqu.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

import io.wanqu.bench.Line.Measured;
import io.wanqu.bench.drive.Shelf;
import io.wanqu.bench.drive.Shop;
import io.wanqu.bench.load.ClosedLoop;
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
        var shop = stage.shop();
        var seconds = stage.warmUp().plus(stage.measured()).toSeconds();
        report.say("growth: selling " + FEW + " orders …");
        sell(shop, FEW);
        var many = new ManyOrders(process.database(), shop);
        var few = rate(stage, report, shop, seconds, "growth-" + text(FEW), Double.NaN);
        for (var wanted : stage.stored()) {
            report.say("growth: storing " + wanted + " orders …");
            store(many, wanted / FEW);
            rate(stage, report, shop, seconds, "growth-" + text(wanted), few);
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

    private static double rate(Stage stage, Report report, Shop shop, long seconds, String name, double reference) throws IOException {
        var shelf = Shelf.fill(shop, SaleFigure.SKUS, (int) (CARDS_PER_SECOND * seconds / SaleFigure.SKUS));
        report.say(name + ": " + stage.buyers() + " buyers, closed loop …");
        var paid = new AtomicLong();
        var cpu = stage.cpu();
        var closed = new ClosedLoop(stage.buyers(), () -> new Sale(shop, shelf, new Latencies(), paid))
                .run(stage.warmUp(), stage.measured(), cpu::set);
        report.add(new Line(name, closed.perSecond(), "orders/s", reference, Double.isNaN(reference) ? Double.NaN : GOAL, true,
                new Measured(closed.latencies(), cpu.read(), closed.failures(), Correctness.of(shop, shelf.pools(), paid.get()))));
        stage.warm();
        return closed.perSecond();
    }

    private static String text(int count) {
        return count >= 1_000_000 ? count / 1_000_000 + "m" : count / 1_000 + "k";
    }
}
