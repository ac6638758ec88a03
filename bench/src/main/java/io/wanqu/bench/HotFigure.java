package io.wanqu.bench;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

import io.wanqu.bench.drive.Shelf;
import io.wanqu.bench.Line.Measured;
import io.wanqu.bench.load.ClosedLoop;
import io.wanqu.bench.load.Latencies;

/** The same sale when everybody wants one SKU, against the rate of spread SKUs. */
final class HotFigure implements Figure {

    private static final double GOAL_OF_SALE = 0.8;
    private static final double CARDS_PER_SECOND = 4_000;

    @Override
    public void measure(Stage stage, Report report) throws IOException {
        report.say("hot: filling one pool …");
        var shop = stage.shop();
        var shelf = Shelf.fill(shop, 1, (int) (CARDS_PER_SECOND * stage.warmUp().plus(stage.measured()).toSeconds()));
        report.say("hot: " + stage.buyers() + " buyers, closed loop …");
        var paid = new AtomicLong();
        var cpu = stage.cpu();
        var closed = new ClosedLoop(stage.buyers(), () -> new Sale(shop, shelf, new Latencies(), paid))
                .run(stage.warmUp(), stage.measured(), cpu::set);
        var shares = cpu.read();
        stage.warm();
        report.add(new Line("hot", closed.perSecond(), "orders/s", report.valueOf("sale"), GOAL_OF_SALE, true,
                new Measured(closed.latencies(), shares, closed.failures(), Correctness.of(shop, shelf.pools(), paid.get()))));
    }
}
