package io.wanqu.bench.drive;

import java.util.concurrent.atomic.AtomicLong;

/** What one buyer asks for, once: the key says that a repeat is a repeat, the address that he is nobody else. */
public record Basket(String key, String sku, String address, String contact, String password) {

    private static final AtomicLong COUNT = new AtomicLong();

    /** A buyer nobody has seen before, in a network of his own, because unpaid holds are capped for each address and network, and crowds are looked at. */
    public static Basket of(String sku) {
        var n = COUNT.incrementAndGet();
        var address = "10." + (n & 255) + "." + (n >> 8 & 255) + "." + (n >> 16 & 255);
        return new Basket("basket-" + ProcessHandle.current().pid() + "-" + n, sku, address, "buyer" + n + "@example.org", "secret" + n);
    }

    String lines() {
        return "\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":1}]";
    }
}
