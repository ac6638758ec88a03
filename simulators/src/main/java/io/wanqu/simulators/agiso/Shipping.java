package io.wanqu.simulators.agiso;

import io.wanqu.simulators.market.Line.Code;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Trade;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order is shipped once and only while it waits for that, whatever the marketplace calls it. */
final class Shipping {

    private final Trade trade;

    Shipping(Trade trade) {
        this.trade = trade;
    }

    Order order(Shop shop, @Nullable String id) {
        var order = id == null || !id.matches("\\d{1,19}") ? null : shop.orders().find(Long.parseLong(id));
        if (order == null) {
            throw Refusal.noSuchOrder();
        }
        return order;
    }

    /** False when the order does not wait to be shipped. */
    boolean ship(Order order, List<Code> codes) {
        synchronized (order) {
            if (!order.open()) {
                return false;
            }
            for (var line : order.lines()) {
                line.keep(codes);
                trade.ship(line);
            }
            return true;
        }
    }

    void shipOrRefuse(Order order, List<Code> codes) {
        if (!ship(order, codes)) {
            throw new Refusal(Refusal.MARKETPLACE, "the order is not waiting to be shipped");
        }
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
