package io.wanqu.bench;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.wanqu.bench.Line.Measured;
import io.wanqu.bench.drive.Basket;
import io.wanqu.bench.drive.Buyer;
import io.wanqu.bench.drive.Shelf;
import io.wanqu.bench.drive.Shop;
import io.wanqu.bench.load.Latencies;

/** Many buyers want few cards at the same moment: how long until the last card is delivered, and how soon the others are told. */
final class FlashFigure implements Figure {

    private static final int BUYERS = 5_000;
    private static final int CARDS = 500;
    private static final String SOLD_OUT = "inventory.out-of-stock";

    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong paid = new AtomicLong();
    private final AtomicLong lastDelivery = new AtomicLong();

    @Override
    public void measure(Stage stage, Report report) throws IOException {
        var shop = stage.shop();
        var shelf = Shelf.fill(shop, 1, CARDS);
        report.say("flash: " + BUYERS + " buyers for " + CARDS + " cards …");
        var winners = new Latencies();
        var losers = new Latencies();
        var ready = new CountDownLatch(BUYERS);
        var gate = new CountDownLatch(1);
        var began = new AtomicLong();
        var sku = shelf.next();
        var threads = IntStream.range(0, BUYERS)
                .mapToObj(n -> Thread.startVirtualThread(() -> rush(shop, sku, new Door(ready, gate, began), winners, losers)))
                .toList();
        await(ready);
        var cpu = stage.cpu();
        cpu.set();
        began.set(System.nanoTime());
        gate.countDown();
        threads.forEach(FlashFigure::join);
        var shares = cpu.read();
        var correct = Correctness.of(shop, shelf.pools(), paid.get());
        var unsold = CARDS - paid.get();
        report.add(new Line("flash", (lastDelivery.get() - began.get()) / 1e9, "s to sold out", Double.NaN, Double.NaN, false,
                new Measured(winners, shares, failures.get(), new Correctness(correct.oversold(), correct.lost() + unsold, correct.doubled()))));
        report.add(new Line("flash-losers", losers.millis(99), "ms p99", Double.NaN, Double.NaN, false,
                new Measured(losers, shares, failures.get(), correct)));
    }

    private void rush(Shop shop, String sku, Door door, Latencies winners, Latencies losers) {
        try (var buyer = new Buyer(shop)) {
            var basket = Basket.of(sku);
            buyer.quote(basket);
            door.ready.countDown();
            await(door.gate);
            var answer = buyer.place(basket);
            if (answer.good()) {
                buyer.pay(Buyer.read(basket, answer)).must();
                paid.incrementAndGet();
                var now = System.nanoTime();
                lastDelivery.accumulateAndGet(now, Math::max);
                winners.add(now - door.began.get());
            } else if (answer.text().contains(SOLD_OUT)) {
                losers.add(System.nanoTime() - door.began.get());
            } else {
                failed(answer.toString());
            }
        } catch (IOException | IllegalStateException e) {
            failed(e.toString());
        }
    }

    private void failed(String why) {
        if (failures.getAndIncrement() == 0) {
            System.getLogger("wanqu.bench").log(System.Logger.Level.WARNING, "the first failure: {0}", why);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where all buyers stand until it opens. */
    private record Door(CountDownLatch ready, CountDownLatch gate, AtomicLong began) {
    }
}
