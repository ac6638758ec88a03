package io.wanqu.bench;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.locks.LockSupport;

import io.wanqu.bench.Line.Measured;
import io.wanqu.bench.drive.Database;
import io.wanqu.bench.drive.Marketplace;
import io.wanqu.bench.drive.ServerProcess;
import io.wanqu.bench.drive.Shelf;
import io.wanqu.bench.drive.Shop;
import io.wanqu.bench.load.Latencies;
import io.wanqu.simulators.Simulators;

/**
 * Paid orders that waited on a marketplace, read page by page, taken in and delivered, per second, against the floor; and how
 * long until the marketplace holds a code for each.
 */
final class IngestFigure implements Figure {

    private static final double GOAL_OF_FLOOR = 2.0;
    private static final int SKUS = 16;
    private static final int ORDERS = 16_000;
    private static final long LOOK_NANOS = 200_000_000;

    @Override
    public void measure(Stage stage, Report report) throws IOException {
        var process = stage.process();
        if (process == null) {
            report.say("ingest: needs a server of its own");
            return;
        }
        var floor = stage.floor(report);
        try (var simulators = Simulators.start(0, Clock.systemUTC())) {
            var shop = stage.shop();
            var shelf = Shelf.fill(shop, SKUS, ORDERS / SKUS);
            var market = Marketplace.connect(simulators.address(), "doudian", shop, process.address(), shelf.skus());
            shop.write("PUT", "/api/v1/channels/" + market.channel() + "/pause", "{}");
            market.pull("/push", "{\"lose\":" + 3 * ORDERS + "}");
            report.say("ingest: " + ORDERS + " orders wait on the marketplace …");
            for (var sku = 0; sku < SKUS; sku++) {
                market.order(sku, ORDERS / SKUS);
            }
            var cpu = stage.cpu();
            cpu.set();
            var began = System.nanoTime();
            shop.write("DELETE", "/api/v1/channels/" + market.channel() + "/pause", "{}");
            while (taken(process, shop) < ORDERS) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            var seconds = (System.nanoTime() - began) / 1e9;
            var shares = cpu.read();
            while (market.sight().get("codes").asInt() < ORDERS) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            var written = (System.nanoTime() - began) / 1e9;
            var all = cpu.read();
            var correct = Correctness.of(shop, shelf.pools(), ORDERS);
            var twice = market.sight().get("codesGivenTwice").asLong();
            var seen = new Correctness(correct.oversold(), correct.lost(), correct.doubled() + twice);
            report.add(new Line("ingest", ORDERS / seconds, "orders/s", floor, GOAL_OF_FLOOR, true,
                    new Measured(new Latencies(), shares, ORDERS, 0, seen)));
            report.add(new Line("ingest-written-back", ORDERS / written, "orders/s", Double.NaN, Double.NaN, true,
                    new Measured(new Latencies(), all, ORDERS, 0, seen)));
        }
    }

    private static long taken(ServerProcess process, Shop shop) {
        return Long.parseLong(process.database().one(Database.script("delivered.sql").replace(":shop", shop.id())));
    }
}
