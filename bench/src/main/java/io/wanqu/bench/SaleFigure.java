package io.wanqu.bench;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

import io.wanqu.bench.drive.Shelf;
import io.wanqu.bench.Line.Measured;
import io.wanqu.bench.load.ClosedLoop;
import io.wanqu.bench.load.Latencies;
import io.wanqu.bench.load.OpenLoop;

/**
 * Orders paid and delivered per second over HTTP, spread over many SKUs, against the floor in plain SQL; then, at half of
 * that rate and in an open loop, how long a whole sale takes, and how long from payment to delivery.
 */
final class SaleFigure implements Figure {

    static final int SKUS = 64;
    private static final double GOAL_OF_FLOOR = 1.5;
    private static final double DELIVER_MILLIS_MAX = 250;
    private static final double CARDS_PER_SECOND = 4_000;

    @Override
    public void measure(Stage stage, Report report) throws IOException {
        report.say("sale: filling " + SKUS + " pools …");
        var shop = stage.shop();
        var seconds = stage.warmUp().plus(stage.measured()).toSeconds();
        var shelf = Shelf.fill(shop, SKUS, (int) (CARDS_PER_SECOND * seconds * 1.5 / SKUS));
        var floor = stage.floor(report);

        report.say("sale: " + stage.buyers() + " buyers, closed loop …");
        var paid = new AtomicLong();
        var cpu = stage.cpu();
        var closed = new ClosedLoop(stage.buyers(), () -> new Sale(shop, shelf, new Latencies(), paid))
                .run(stage.warmUp(), stage.measured(), cpu::set);
        var shares = cpu.read();
        stage.warm();
        report.add(new Line("sale", closed.perSecond(), "orders/s", floor, GOAL_OF_FLOOR, true,
                new Measured(closed.latencies(), shares, closed.failures(), Correctness.of(shop, shelf.pools(), paid.get()))));

        var rate = closed.perSecond() / 2;
        report.say("sale: open loop at " + Math.round(rate) + " orders a second …");
        var delivering = new Latencies();
        var open = new OpenLoop(rate, () -> new Sale(shop, shelf, delivering, paid)).run(stage.warmUp(), stage.measured(), () -> {
            delivering.clear();
            cpu.set();
        });
        shares = cpu.read();
        var correct = Correctness.of(shop, shelf.pools(), paid.get());
        report.add(new Line("sale-at-half-load", open.latencies().millis(99), "ms p99", Double.NaN, Double.NaN, false,
                new Measured(open.latencies(), shares, open.failures(), correct)));
        report.add(new Line("deliver", delivering.millis(99), "ms p99", Double.NaN, DELIVER_MILLIS_MAX, false,
                new Measured(delivering, shares, open.failures(), correct)));
    }
}
