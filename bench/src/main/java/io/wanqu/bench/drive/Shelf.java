package io.wanqu.bench.drive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** SKUs to sell, each with a pool of its own and cards in it; asked for the next, it goes round. */
public final class Shelf {

    private static final long LOOK_NANOS = 20_000_000;

    /** The same card twice in a shop is refused, so each shelf has codes of its own. */
    private static final AtomicInteger SHELVES = new AtomicInteger();

    private final List<String> pools = new ArrayList<>();
    private final List<String> skus = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    public static Shelf fill(Shop shop, int skus, int cardsEach) throws IOException {
        var shelf = new Shelf();
        var codes = "shelf-" + SHELVES.incrementAndGet() + "-";
        var product = shop.addProduct("Measured");
        var imports = new ArrayList<String>();
        for (var n = 0; n < skus; n++) {
            var pool = shop.openPool("pool " + n);
            var file = new CardFile(codes + n, cardsEach);
            var id = file.open(shop, pool);
            file.send(shop, id);
            imports.add(id);
            shelf.pools.add(pool);
            shelf.skus.add(shop.addSku(product, pool, 990));
        }
        for (var id : imports) {
            while (!CardFile.finished(shop, id)) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
        return shelf;
    }

    public String next() {
        return skus.get(Math.floorMod(next.getAndIncrement(), skus.size()));
    }

    public List<String> skus() {
        return skus;
    }

    public List<String> pools() {
        return pools;
    }
}
