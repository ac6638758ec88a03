package io.wanqu.bench;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

import io.wanqu.bench.Line.Measured;
import io.wanqu.bench.drive.Http;
import io.wanqu.bench.drive.Shop;
import io.wanqu.bench.load.ClosedLoop;
import io.wanqu.bench.load.OpenLoop;
import io.wanqu.bench.load.Work;

/** What those do who only look: the list of products and single products, by turns; then at 500 a second in an open loop. */
final class BrowseFigure implements Figure {

    private static final int PRODUCTS = 100;
    private static final int PER_SECOND = 500;
    private static final double MILLIS_MAX = 20;

    @Override
    public void measure(Stage stage, Report report) throws IOException {
        report.say("browse: writing " + PRODUCTS + " products …");
        var shop = stage.shop();
        var paths = new String[PRODUCTS * 2];
        for (var n = 0; n < PRODUCTS; n++) {
            var product = shop.addProduct("Product " + n);
            shop.addSku(product, shop.openPool("pool " + n), 990);
            paths[n * 2] = "/api/v1/shops/" + shop.slug() + "/products/" + product;
            paths[n * 2 + 1] = "/api/v1/shops/" + shop.slug() + "/products";
        }
        report.say("browse: " + stage.buyers() + " visitors, closed loop …");
        var next = new AtomicInteger();
        var cpu = stage.cpu();
        var closed = new ClosedLoop(stage.buyers(), () -> new Look(shop, paths, next)).run(stage.warmUp(), stage.measured(), cpu::set);
        report.add(new Line("browse", closed.perSecond(), "pages/s", Double.NaN, Double.NaN, true,
                new Measured(closed.latencies(), cpu.read(), closed.failures(), null)));

        report.say("browse: open loop at " + PER_SECOND + " pages a second …");
        var open = new OpenLoop(PER_SECOND, () -> new Look(shop, paths, next)).run(stage.warmUp(), stage.measured(), cpu::set);
        report.add(new Line("browse-at-500", open.latencies().millis(99), "ms p99", Double.NaN, MILLIS_MAX, false,
                new Measured(open.latencies(), cpu.read(), open.failures(), null)));
    }

    /** One page after another, over one connection. */
    private static final class Look implements Work {

        private final Http http;
        private final String[] paths;
        private final AtomicInteger next;

        Look(Shop shop, String[] paths, AtomicInteger next) {
            this.http = shop.connect();
            this.paths = paths;
            this.next = next;
        }

        @Override
        public void once() throws IOException {
            var n = next.getAndIncrement();
            http.get(paths[Math.floorMod(n, paths.length)], "X-Forwarded-For: 10.1." + (n >> 8 & 255) + "." + (n & 255)).must();
        }

        @Override
        public void close() {
            http.close();
        }
    }
}
