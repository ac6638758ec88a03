package io.wanqu.simulators.market;

import io.wanqu.simulators.SimulatedClock;

/** A shop that trusts one application. */
public final class Shop {

    private final long id;
    private final App app;
    private final Trust trust;
    private final Orders orders = new Orders();
    private final AfterSales afterSales = new AfterSales();
    private final Listings listings = new Listings();

    Shop(long id, App app, SimulatedClock clock, Rules rules) {
        this.id = id;
        this.app = app;
        this.trust = new Trust(clock, rules);
    }

    public long id() {
        return id;
    }

    public App app() {
        return app;
    }

    public Trust trust() {
        return trust;
    }

    public Orders orders() {
        return orders;
    }

    public AfterSales afterSales() {
        return afterSales;
    }

    public Listings listings() {
        return listings;
    }
}
