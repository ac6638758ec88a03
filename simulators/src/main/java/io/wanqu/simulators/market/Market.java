package io.wanqu.simulators.market;

import io.wanqu.simulators.Faults;
import io.wanqu.simulators.Limits;
import io.wanqu.simulators.SimulatedClock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everybody and everything one platform knows. */
public final class Market {

    /** Nineteen digits, beyond what a double can tell apart. */
    private static final long FIRST_ID = 6_917_586_388_057_000_001L;

    private static final long IDS_A_SECOND = 1_000;

    private final AtomicLong ids;
    private final Map<String, App> apps = new ConcurrentHashMap<>();
    private final Map<Long, Shop> shops = new ConcurrentHashMap<>();
    private final Map<Long, Sku> skus = new ConcurrentHashMap<>();
    private final SimulatedClock clock;
    private final Rules rules;
    private final Faults faults = new Faults();
    private final Limits limits = new Limits();

    Market(SimulatedClock clock, Rules rules) {
        this.clock = clock;
        this.rules = rules;
        // A platform that begins anew gives out no number that an earlier one gave.
        this.ids = new AtomicLong(FIRST_ID + clock.seconds() * IDS_A_SECOND);
    }

    public SimulatedClock clock() {
        return clock;
    }

    public Rules rules() {
        return rules;
    }

    public Faults faults() {
        return faults;
    }

    public Limits limits() {
        return limits;
    }

    public long nextId() {
        return ids.getAndIncrement();
    }

    App register(String key, String secret, Map<String, String> extra) {
        var app = new App(key.isEmpty() ? String.valueOf(nextId()) : key,
            secret.isEmpty() ? UUID.randomUUID().toString() : secret, extra);
        apps.put(app.key(), app);
        return app;
    }

    public @Nullable App app(String key) {
        return apps.get(key);
    }

    public Collection<App> apps() {
        return apps.values();
    }

    Shop open(App app) {
        var shop = new Shop(nextId(), app, clock, rules);
        shops.put(shop.id(), shop);
        return shop;
    }

    /** The shop of that number, which is a mistake when there is none. */
    public Shop shop(long id) {
        var shop = shops.get(id);
        if (shop == null) {
            throw new IllegalArgumentException("no shop " + id);
        }
        return shop;
    }

    public Collection<Shop> shops() {
        return shops.values();
    }

    /** The application's first shop that fits. */
    public @Nullable Shop shop(App app, Predicate<Shop> fits) {
        return shops.values().stream().filter(shop -> shop.app().equals(app) && fits.test(shop)).findFirst().orElse(null);
    }

    public Listing list(Shop shop, Listing.Text text, Listing.Status status) {
        var listing = new Listing(nextId(), shop.id(), text, status, clock.seconds());
        shop.listings().add(listing);
        return listing;
    }

    public Sku offer(Listing listing, String code, long priceFen, long stock) {
        var sku = new Sku(nextId(), listing.id(), listing.shopId(), code, priceFen);
        sku.set(stock);
        skus.put(sku.id(), sku);
        listing.skus().add(sku);
        return sku;
    }

    public @Nullable Sku sku(long id) {
        return skus.get(id);
    }

    /** Found by number or by the seller's code. */
    public Sku sku(String idOrCode) {
        for (var sku : skus.values()) {
            if (sku.code().equals(idOrCode) || String.valueOf(sku.id()).equals(idOrCode)) {
                return sku;
            }
        }
        throw new IllegalArgumentException("no sku " + idOrCode);
    }

    public Order order(long id) {
        for (var shop : shops.values()) {
            var order = shop.orders().find(id);
            if (order != null) {
                return order;
            }
        }
        throw new IllegalArgumentException("no order " + id);
    }

    public Line line(long id) {
        for (var shop : shops.values()) {
            var line = shop.orders().findLine(id);
            if (line != null) {
                return line;
            }
        }
        throw new IllegalArgumentException("no line " + id);
    }

    Listing listing(long id) {
        for (var shop : shops.values()) {
            var listing = shop.listings().find(id);
            if (listing != null) {
                return listing;
            }
        }
        throw new IllegalArgumentException("no product " + id);
    }
}
