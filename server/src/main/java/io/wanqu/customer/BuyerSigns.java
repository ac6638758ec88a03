package io.wanqu.customer;

import java.util.List;
import java.util.Map;

import io.wanqu.customer.Bought.Found;
import io.wanqu.kernel.OrderId;

/** Tells what is known of who placed orders; each module that keeps some has a bean of this kind. */
public interface BuyerSigns {

    /** Orders of which nothing is known may be left out. */
    Map<OrderId, List<Found>> of(List<Bought.Order> orders);

    /** What was told is kept now where it belongs. */
    default void forget(List<Bought.Order> orders) {
    }
}
