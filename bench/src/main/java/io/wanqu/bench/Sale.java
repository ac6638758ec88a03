package io.wanqu.bench;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

import io.wanqu.bench.drive.Basket;
import io.wanqu.bench.drive.Buyer;
import io.wanqu.bench.drive.Shelf;
import io.wanqu.bench.drive.Shop;
import io.wanqu.bench.load.Latencies;
import io.wanqu.bench.load.Work;

/** One sale from beginning to end: quote, place, the rail's callback, whose answer comes when the card is issued and durable. */
final class Sale implements Work {

    private final Buyer buyer;
    private final Shelf shelf;
    private final Latencies delivering;
    private final AtomicLong paid;

    /**
     * @param delivering takes the time from payment to delivery
     * @param paid       counts what the server acknowledged
     */
    Sale(Shop shop, Shelf shelf, Latencies delivering, AtomicLong paid) {
        this.buyer = new Buyer(shop);
        this.shelf = shelf;
        this.delivering = delivering;
        this.paid = paid;
    }

    @Override
    public void once() throws IOException {
        var basket = Basket.of(shelf.next());
        buyer.quote(basket).must();
        var order = buyer.placed(basket);
        var began = System.nanoTime();
        buyer.pay(order).must();
        paid.incrementAndGet();
        delivering.add(System.nanoTime() - began);
    }

    @Override
    public void close() {
        buyer.close();
    }
}
