package io.wanqu.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some orders and where to go on; an order may appear on two pages, none is left out. */
public record OrderPage(List<ChannelOrder> orders, @Nullable String next) {

    public OrderPage {
        orders = List.copyOf(orders);
    }
}
