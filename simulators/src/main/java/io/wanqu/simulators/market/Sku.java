package io.wanqu.simulators.market;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One thing on sale and how many of it the platform believes in. */
public final class Sku {

    /** How a difference of stock was taken. */
    public enum Change {
        APPLIED, SEEN_BEFORE, BELOW_ZERO
    }

    private static final int HISTORY_MAX = 20_000;

    private final long id;
    private final long productId;
    private final long shopId;
    private final String code;
    private final Deque<Told> history = new ArrayDeque<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private volatile long priceFen;
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

    public synchronized void set(long value) {
        stock = value;
        told();
    }

    /** Changes nothing below zero, nor for a key that was used before; an empty key is always new. */
    public synchronized Change add(long difference, String key) {
        if (!key.isEmpty() && seen.contains(key)) {
            return Change.SEEN_BEFORE;
        }
        if (stock + difference < 0) {
            return Change.BELOW_ZERO;
        }
        seen.add(key);
        stock += difference;
        told();
        return Change.APPLIED;
    }

    private void told() {
        updates++;
        if (history.size() == HISTORY_MAX) {
            history.removeFirst();
        }
        history.add(new Told(System.currentTimeMillis(), stock));
    }

    /** What the seller told last, oldest first. */
    synchronized List<Told> history() {
        return List.copyOf(history);
    }

    public synchronized long stock() {
        return stock;
    }

    public synchronized long sold() {
        return sold;
    }

    public synchronized long updates() {
        return updates;
    }

    public long id() {
        return id;
    }

    public long productId() {
        return productId;
    }

    public long shopId() {
        return shopId;
    }

    /** The code that the seller gave it. */
    public String code() {
        return code;
    }

    public long priceFen() {
        return priceFen;
    }

    public void price(long fen) {
        priceFen = fen;
    }

    /** A stock that the seller told, and when, in milliseconds of the machine's clock. */
    record Told(long millis, long stock) {
    }
}
