package io.wanqu.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.wanqu.bench.drive.ServerProcess;
import io.wanqu.bench.drive.Shelf;
import io.wanqu.bench.drive.Shop;
import io.wanqu.bench.load.ClosedLoop;
import io.wanqu.bench.load.Latencies;

/**
 * Sells for some seconds on a fresh server and stops it in peace, so that the Java machine, where it was asked to, writes
 * down which classes it loaded and which methods were hot. Measures nothing.
 */
final class Training {

    private static final int BUYERS = 32;
    private static final int SKUS = 16;
    private static final int CARDS_EACH = 4_000;
    private static final Duration SELLING = Duration.ofSeconds(10);

    private Training() {
    }

    static void run() throws IOException {
        try (var process = ServerProcess.fresh("--wanqu.demo=true")) {
            var shop = Shop.open(process, "training");
            var shelf = Shelf.fill(shop, SKUS, CARDS_EACH);
            new ClosedLoop(BUYERS, () -> new Sale(shop, shelf, new Latencies(), new AtomicLong())).run(Duration.ZERO, SELLING, () -> { });
            shop.audit();
        }
    }
}
