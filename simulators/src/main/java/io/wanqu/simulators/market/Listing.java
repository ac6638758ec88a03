package io.wanqu.simulators.market;

import io.wanqu.simulators.Json;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.ObjectNode;

/** A product as its seller described it, and what the platform thinks of it. */
public final class Listing {

    /** Where a product stands. */
    public enum Status {
        DRAFT, IN_REVIEW, ON_SHELF, OFF_SHELF, REJECTED, DELETED
    }

    private final long id;
    private final long shopId;
    private final List<Sku> skus = new CopyOnWriteArrayList<>();
    private volatile Text text;
    private volatile Status status;
    private volatile List<String> reasons = List.of();
    private volatile long updatedAt;

    Listing(long id, long shopId, Text text, Status status, long now) {
        this.id = id;
        this.shopId = shopId;
        this.text = text;
        this.status = status;
        this.updatedAt = now;
    }

    public long id() {
        return id;
    }

    public long shopId() {
        return shopId;
    }

    public List<Sku> skus() {
        return skus;
    }

    public Text text() {
        return text;
    }

    public void describe(Text other) {
        text = other;
    }

    public Status status() {
        return status;
    }

    /** Why the platform rejected it, in the platform's words. */
    public List<String> reasons() {
        return reasons;
    }

    public long updatedAt() {
        return updatedAt;
    }

    void move(Status next, List<String> why, long now) {
        status = next;
        reasons = List.copyOf(why);
        updatedAt = now;
    }

    /**
     * What a buyer would read.
     *
     * @param outerCode the seller's own code of the product
     * @param extra whatever else this platform asks for, as the seller sent it
     */
    public record Text(String outerCode, String title, String description, List<String> pictures, String category,
                       ObjectNode extra) {

        public Text {
            pictures = List.copyOf(pictures);
        }

        public static Text titled(String title) {
            return new Text("", title, "", List.of(), "", Json.object());
        }
    }
}
