package io.wanqu.simulators.doudian;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One thing on sale and how many of it the platform believes in. */
final class Sku {

    private final long id;
    private final long productId;
    private final long shopId;
    private final String code;
    private final long priceFen;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private long stock;
    private long sold;
    private long updates;

    Sku(long id, long productId, long shopId, String code, long priceFen) {
        this.id = id;
        this.productId = productId;
        this.shopId = shopId;
        this.code = code;
        this.priceFen = priceFen;
    }

    /** A sale takes from the stock at once; false when there is too little. */
    synchronized boolean take(int quantity, boolean evenIfEmpty) {
        if (stock < quantity && !evenIfEmpty) {
            return false;
        }
        stock = Math.max(0, stock - quantity);
        sold += quantity;
        return true;
    }

    synchronized void giveBack(int quantity) {
        stock += quantity;
        sold -= quantity;
    }

    synchronized void set(long value) {
        stock = value;
        updates++;
    }

    /** False when the key was used before, and then nothing changes. */
    synchronized boolean add(long difference, String key) {
        if (!seen.add(key)) {
            return false;
        }
        if (stock + difference < 0) {
            seen.remove(key);
            throw new Refusal(Refusal.BUSINESS, "isv.business-failed", "stock would fall below zero");
        }
        stock += difference;
        updates++;
        return true;
    }

    synchronized long stock() {
        return stock;
    }

    synchronized long sold() {
        return sold;
    }

    synchronized long updates() {
        return updates;
    }

    long id() {
        return id;
    }

    long productId() {
        return productId;
    }

    long shopId() {
        return shopId;
    }

    String code() {
        return code;
    }

    long priceFen() {
        return priceFen;
    }
}
