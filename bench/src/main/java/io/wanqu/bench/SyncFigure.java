package io.wanqu.bench;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import io.wanqu.bench.Line.Measured;
import io.wanqu.bench.drive.Basket;
import io.wanqu.bench.drive.Buyer;
import io.wanqu.bench.drive.Marketplace;
import io.wanqu.bench.drive.Shelf;
import io.wanqu.bench.drive.Shop;
import io.wanqu.bench.load.CpuClock;
import io.wanqu.bench.load.Latencies;
import io.wanqu.bench.load.OpenLoop;
import io.wanqu.bench.load.Work;
import io.wanqu.simulators.Simulators;

import tools.jackson.databind.JsonNode;

/**
 * Sales on the own page at a steady rate while six different marketplaces offer the same pools: how long from a sale until a
 * marketplace was told a stock that knows of it. Each sale counts six times. The marketplaces note when they were told what. Each
 * has a line of its own too: some let through ten calls a second with one SKU in each, others six hundred.
 */
final class SyncFigure implements Figure {

    private static final List<String> KINDS = List.of("doudian", "taobao", "pinduoduo", "kuaishou", "xiaohongshu", "wechatshop");
    private static final int SKUS = 16;
    private static final double PER_SECOND = 500;
    private static final double MILLIS_MAX = 1_000;
    private static final long SETTLE_NANOS = 3_000_000_000L;
    private static final long LOOK_NANOS = 50_000_000;

    @Override
    public void measure(Stage stage, Report report) throws IOException {
        if (stage.process() == null) {
            report.say("sync: needs a server of its own");
            return;
        }
        try (var simulators = Simulators.start(0, Clock.systemUTC())) {
            var top = report.valueOf("sale");
            var rate = Double.isNaN(top) ? PER_SECOND : Math.min(PER_SECOND, top / 2);
            var seconds = stage.warmUp().plus(stage.measured()).toSeconds();
            var cards = (int) (rate * seconds * 1.5 / SKUS);
            var shop = stage.shop();
            var shelf = Shelf.fill(shop, SKUS, cards);
            var markets = new ArrayList<Marketplace>();
            for (var kind : KINDS) {
                markets.add(Marketplace.connect(simulators.address(), kind, shop, stage.process().address(), shelf.skus()));
            }
            awaitStock(markets, cards);
            report.say("sync: " + Math.round(rate) + " sales a second, " + KINDS.size() + " marketplaces …");
            var sold = new Sold(shelf.skus());
            var cpu = stage.cpu();
            var open = new OpenLoop(rate, () -> new Sale(shop, shelf, sold)).run(stage.warmUp(), stage.measured(), () -> {
                sold.sales.clear();
                cpu.set();
            });
            var shares = cpu.read();
            LockSupport.parkNanos(SETTLE_NANOS);
            var told = new Latencies();
            var lines = linesOf(markets, shelf.skus(), cards, sold.sales, told);
            var never = lines.stream().mapToInt(line -> line.measured().failures()).sum();
            var correct = Correctness.of(shop, shelf.pools(), sold.paid.get());
            report.add(new Line("sync", told.millis(99), "ms p99 at " + Math.round(rate) + "/s", Double.NaN, MILLIS_MAX, false,
                    new Measured(told, shares, open.failures() + never, correct)));
            lines.forEach(report::add);
        }
    }

    /** A line for each marketplace; what it was told goes into the latencies of all of them too. */
    private static List<Line> linesOf(List<Marketplace> markets, List<String> skus, int cards, Iterable<Sold.At> sales, Latencies all)
            throws IOException {
        var lines = new ArrayList<Line>();
        for (var n = 0; n < markets.size(); n++) {
            var here = new Latencies();
            var never = told(markets.get(n), skus, cards, sales, List.of(all, here));
            lines.add(new Line("sync-" + KINDS.get(n), here.millis(99), "ms p99", Double.NaN, Double.NaN, false,
                    new Measured(here, CpuClock.Shares.UNKNOWN, never, null)));
        }
        return lines;
    }

    private static void awaitStock(List<Marketplace> markets, int cards) throws IOException {
        for (var market : markets) {
            while (market.stock(SKUS - 1) != cards) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    /** Adds what each sale took to reach a marketplace, and returns how many never did. */
    private static int told(Marketplace market, List<String> skus, int cards, Iterable<Sold.At> sales, List<Latencies> into) throws IOException {
        var never = 0;
        for (var n = 0; n < skus.size(); n++) {
            var told = market.told(n);
            var first = fullyStocked(told, cards);
            for (var sale : sales) {
                if (sale.sku.equals(skus.get(n))) {
                    var at = first;
                    while (at < told.size() && told.get(at).get("stock").asLong() > cards - sale.number) {
                        at++;
                    }
                    if (at == told.size()) {
                        never++;
                    } else {
                        var nanos = Math.max(0, told.get(at).get("millis").asLong() - sale.millis) * 1_000_000;
                        into.forEach(latencies -> latencies.add(nanos));
                    }
                }
            }
        }
        return never;
    }

    /** Where the history of the measured sales begins: before it the offer was empty. */
    private static int fullyStocked(JsonNode told, int cards) {
        var at = 0;
        while (told.get(at).get("stock").asLong() < cards) {
            at++;
        }
        return at;
    }

    /** Which sale of its SKU each one was, and when it was acknowledged. */
    private static final class Sold {

        private final AtomicLong paid = new AtomicLong();
        private final Map<String, AtomicLong> numbers = new ConcurrentHashMap<>();
        private final Queue<At> sales = new ConcurrentLinkedQueue<>();

        Sold(List<String> skus) {
            skus.forEach(sku -> numbers.put(sku, new AtomicLong()));
        }

        void add(String sku) {
            paid.incrementAndGet();
            sales.add(new At(sku, numbers.get(sku).incrementAndGet(), System.currentTimeMillis()));
        }

        record At(String sku, long number, long millis) {
        }
    }

    /** A sale that notes when it was acknowledged. */
    private static final class Sale implements Work {

        private final Buyer buyer;
        private final Shelf shelf;
        private final Sold sold;

        Sale(Shop shop, Shelf shelf, Sold sold) {
            this.buyer = new Buyer(shop);
            this.shelf = shelf;
            this.sold = sold;
        }

        @Override
        public void once() throws IOException {
            var sku = shelf.next();
            buyer.pay(buyer.placed(Basket.of(sku))).must();
            sold.add(sku);
        }

        @Override
        public void close() {
            buyer.close();
        }
    }
}
