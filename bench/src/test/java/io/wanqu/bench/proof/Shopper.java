package io.wanqu.bench.proof;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;

import io.wanqu.bench.drive.Basket;
import io.wanqu.bench.drive.Buyer;
import io.wanqu.bench.drive.Placed;
import io.wanqu.bench.drive.Reply;

/**
 * Buys one card after the other until nothing is left. A request that brought no answer is sent again with the same key, as
 * every careful client does; a stubborn shopper sends even those twice that were answered.
 */
final class Shopper implements Runnable {

    private static final int OUT_OF_STOCK = 409;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final Goods goods;
    private final Till till;
    private final int times;

    Shopper(Goods goods, Till till, boolean stubborn) {
        this.goods = goods;
        this.till = till;
        this.times = stubborn ? 2 : 1;
    }

    @Override
    public void run() {
        try (var buyer = new Buyer(goods.shop())) {
            while (!till.closed()) {
                buyOne(buyer);
            }
        } catch (RuntimeException e) {
            till.wrong(e.toString());
        }
    }

    private void buyOne(Buyer buyer) {
        var basket = Basket.of(goods.sku());
        var answer = persistently(() -> buyer.place(basket));
        if (answer.status() == OUT_OF_STOCK) {
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            return;
        }
        var order = Buyer.read(basket, answer.must());
        persistently(() -> buyer.pay(order)).must();
        till.take(order.number(), StreamSupport.stream(reveal(buyer, order).json().get("cards").spliterator(), false)
                .map(card -> card.get("code").asString()).toList());
    }

    private Reply reveal(Buyer buyer, Placed order) {
        return persistently(() -> buyer.reveal(order)).must();
    }

    private Reply persistently(Call call) {
        var answer = once(call);
        for (var time = 1; time < times; time++) {
            var again = once(call);
            if (answer.good() && !again.good()) {
                till.wrong("a repeat was answered " + again);
            }
            answer = again.good() || !answer.good() ? again : answer;
        }
        return answer;
    }

    private Reply once(Call call) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && till.wrongs().isEmpty()) {
            try {
                var answer = call.run();
                if (answer.status() < 500) {
                    return answer;
                }
            } catch (IOException e) {
                // the server was killed, or is not there yet
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
        throw new IllegalStateException("no answer within " + PATIENCE + ", or another shopper gave up");
    }

    private interface Call {
        Reply run() throws IOException;
    }
}
