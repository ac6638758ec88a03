package io.wanqu.simulators.doudian;

import io.wanqu.simulators.Faults;
import io.wanqu.simulators.SimulatedClock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Everybody and everything the platform knows. */
final class Market {

    /** Nineteen digits, beyond what a double can tell apart. */
    private static final long FIRST_ID = 6_917_586_388_057_000_001L;

    private final AtomicLong ids = new AtomicLong(FIRST_ID);
    private final Map<String, App> apps = new ConcurrentHashMap<>();
    private final Map<Long, Shop> shops = new ConcurrentHashMap<>();
    private final Map<Long, Sku> skus = new ConcurrentHashMap<>();
    private final SimulatedClock clock;
    private final Faults faults = new Faults();

    Market(SimulatedClock clock) {
        this.clock = clock;
    }

    SimulatedClock clock() {
        return clock;
    }

    Faults faults() {
        return faults;
    }

    long nextId() {
        return ids.getAndIncrement();
    }

    App register(String key, String secret) {
        var app = new App(key.isEmpty() ? String.valueOf(nextId()) : key,
            secret.isEmpty() ? UUID.randomUUID().toString() : secret);
        apps.put(app.key(), app);
        return app;
    }

    @Nullable App app(String key) {
        return apps.get(key);
    }

    Shop open(App app) {
        var shop = new Shop(nextId(), app, clock);
        shops.put(shop.id(), shop);
        return shop;
    }

    Shop shop(long id) {
        var shop = shops.get(id);
        if (shop == null) {
            throw new IllegalArgumentException("no shop " + id);
        }
        return shop;
    }

    Collection<Shop> shops() {
        return shops.values();
    }

    Sku offer(Shop shop, long productId, String code, long priceFen) {
        var sku = new Sku(nextId(), productId, shop.id(), code, priceFen);
        skus.put(sku.id(), sku);
        return sku;
    }

    @Nullable Sku sku(long id) {
        return skus.get(id);
    }

    Sku sku(String idOrCode) {
        for (var sku : skus.values()) {
            if (sku.code().equals(idOrCode) || String.valueOf(sku.id()).equals(idOrCode)) {
                return sku;
            }
        }
        throw new IllegalArgumentException("no sku " + idOrCode);
    }

    Order order(long id) {
        for (var shop : shops.values()) {
            var order = shop.orders().find(id);
            if (order != null) {
                return order;
            }
        }
        throw new IllegalArgumentException("no order " + id);
    }

    Line line(long id) {
        for (var shop : shops.values()) {
            var line = shop.orders().findLine(id);
            if (line != null) {
                return line;
            }
        }
        throw new IllegalArgumentException("no line " + id);
    }
}
