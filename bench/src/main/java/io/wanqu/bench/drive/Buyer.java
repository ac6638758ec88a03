package io.wanqu.bench.drive;

import java.io.IOException;
import java.time.Clock;

/** A buyer of a shop's own page, and the rail he pays by, over one connection. */
public final class Buyer implements AutoCloseable {

    private final Http http;
    private final String shop;
    private final Sandbox sandbox;
    private final Clock clock = Clock.systemUTC();

    public Buyer(Shop shop) {
        this.http = shop.connect();
        this.shop = "/api/v1/shops/" + shop.slug();
        this.sandbox = shop.sandbox();
    }

    public Reply quote(Basket basket) throws IOException {
        return http.post(shop + "/quotes", "{" + basket.lines() + "}", from(basket.address()));
    }

    public Reply place(Basket basket) throws IOException {
        return http.post(shop + "/orders", "{" + basket.lines() + ",\"contact\":\"" + basket.contact() + "\",\"password\":\""
                + basket.password() + "\",\"rail\":\"sandbox\"}", "Idempotency-Key: " + basket.key(), from(basket.address()));
    }

    public Placed placed(Basket basket) throws IOException {
        return read(basket, place(basket).must());
    }

    /** Reads a placed order out of an answer. */
    public static Placed read(Basket basket, Reply reply) {
        return Placed.of(basket, reply);
    }

    /** The rail's notice that this order was paid. */
    public Reply pay(Placed order) throws IOException {
        return notify(sandbox.callback(order.payment(), order.minor(), "SUCCESS"));
    }

    /** Any notice, signed as the rail signs. */
    public Reply notify(String callback) throws IOException {
        return notify(callback, sandbox.signature(clock.instant().getEpochSecond(), callback));
    }

    public Reply notify(String callback, String signature) throws IOException {
        return http.post("/api/v1/payment-callbacks/sandbox", callback, signature);
    }

    public Reply look(Placed order) throws IOException {
        return http.get(shop + "/orders/" + order.number(), "Order-Token: " + order.token(), from(order.address()));
    }

    public Reply reveal(Placed order) throws IOException {
        return http.post(shop + "/orders/" + order.number() + "/reveal", "", "Order-Token: " + order.token(), from(order.address()));
    }

    private static String from(String address) {
        return "X-Forwarded-For: " + address;
    }

    @Override
    public void close() {
        http.close();
    }
}
