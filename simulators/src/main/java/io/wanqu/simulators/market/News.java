package io.wanqu.simulators.market;

import io.wanqu.simulators.market.AfterSales.AfterSale;
import org.jspecify.annotations.Nullable;

/** Something that happened to an order and that a platform may tell the seller. */
public record News(What what, Order order, @Nullable AfterSale sale) {

    /** The kinds of news. */
    public enum What {
        CREATED, PAID, PART_SHIPPED, SHIPPED, COMPLETED, CANCELLED,
        REFUND_APPLIED, REFUND_AGREED, REFUND_REFUSED, REFUND_WITHDRAWN
    }
}
