package io.wanqu.simulators.market;

import io.wanqu.simulators.market.AfterSales.AfterSale;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One SKU of an order, its codes and its refund. */
public final class Line {

    private final long id;
    private final long orderId;
    private final Sku sku;
    private final int quantity;
    private final long priceFen;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile List<Code> codes = List.of();
    private volatile boolean shipped;
    private volatile @Nullable AfterSale afterSale;

    Line(long id, long orderId, Sku sku, int quantity) {
        this.id = id;
        this.orderId = orderId;
        this.sku = sku;
        this.quantity = quantity;
        this.priceFen = sku.priceFen();
    }

    public long id() {
        return id;
    }

    public long orderId() {
        return orderId;
    }

    public Sku sku() {
        return sku;
    }

    public int quantity() {
        return quantity;
    }

    /** As it was when the order was placed. */
    public long amountFen() {
        return priceFen * quantity;
    }

    /** Held while codes are written: a second writer is told to come later, or waits. */
    public ReentrantLock writing() {
        return writing;
    }

    public List<Code> codes() {
        return codes;
    }

    public void keep(List<Code> delivered) {
        codes = List.copyOf(delivered);
    }

    /** On its way to the buyer, with codes or without; {@link Trade#ship} makes it so. */
    public boolean shipped() {
        return shipped;
    }

    void ship() {
        shipped = true;
    }

    /** The newest refund case of the line. */
    public @Nullable AfterSale afterSale() {
        return afterSale;
    }

    void overlay(AfterSale sale) {
        afterSale = sale;
    }

    public boolean refunded() {
        var sale = afterSale;
        return sale != null && sale.step() == AfterSale.Step.AGREED;
    }

    /**
     * A code as the seller wrote it.
     *
     * @param remark whatever else was written with it and counts when contents are compared
     */
    public record Code(String id, String number, String secret, String remark) {

        @Override
        public String toString() {
            return "Code[" + id + "]";
        }
    }
}
