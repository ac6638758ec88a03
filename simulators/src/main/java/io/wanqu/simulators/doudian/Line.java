package io.wanqu.simulators.doudian;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** One SKU of an order, its codes and its refund. */
final class Line {

    private final long id;
    private final long orderId;
    private final Sku sku;
    private final int quantity;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile List<Cert> certs = List.of();
    private volatile int afterSaleStatus;
    private volatile int refundStatus;

    Line(long id, long orderId, Sku sku, int quantity) {
        this.id = id;
        this.orderId = orderId;
        this.sku = sku;
        this.quantity = quantity;
    }

    long id() {
        return id;
    }

    long orderId() {
        return orderId;
    }

    Sku sku() {
        return sku;
    }

    int quantity() {
        return quantity;
    }

    long amountFen() {
        return sku.priceFen() * quantity;
    }

    /** Held while codes are written: a second writer is told to come later. */
    ReentrantLock writing() {
        return writing;
    }

    List<Cert> certs() {
        return certs;
    }

    void keep(List<Cert> delivered) {
        certs = List.copyOf(delivered);
    }

    boolean delivered() {
        return !certs.isEmpty();
    }

    int afterSaleStatus() {
        return afterSaleStatus;
    }

    int refundStatus() {
        return refundStatus;
    }

    void overlay(int newAfterSaleStatus, int newRefundStatus) {
        afterSaleStatus = newAfterSaleStatus;
        refundStatus = newRefundStatus;
    }

    boolean refunded() {
        return afterSaleStatus == AfterSales.AfterSale.SUCCEEDED;
    }

    /** A code as the seller wrote it. */
    record Cert(String outId, String number, String key, String grantTime) {
    }
}
