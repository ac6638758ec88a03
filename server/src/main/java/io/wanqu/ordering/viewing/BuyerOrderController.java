package io.wanqu.ordering.viewing;

import java.util.List;

import io.wanqu.fulfilment.OpenDelivery;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.ClientAddress;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.settling.CancelOrder;
import io.wanqu.payment.paying.PaymentQueries;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a buyer follows his order, cancels it, and opens what he bought. */
@RestController
class BuyerOrderController {

    private final OpenOrder openOrder;
    private final OrderQueries orders;
    private final PaymentQueries payments;
    private final CancelOrder cancelOrder;
    private final OpenDelivery openDelivery;
    private final ClientAddress addresses;

    BuyerOrderController(OpenOrder openOrder, OrderQueries orders, PaymentQueries payments, CancelOrder cancelOrder,
            OpenDelivery openDelivery, ClientAddress addresses) {
        this.openOrder = openOrder;
        this.orders = orders;
        this.payments = payments;
        this.cancelOrder = cancelOrder;
        this.openDelivery = openDelivery;
        this.addresses = addresses;
    }

    @GetMapping("/api/v1/shops/{slug}/orders/{number}")
    ResponseEntity<OrderView> get(@PathVariable String slug, @PathVariable OrderId number, HttpServletRequest http) {
        var shop = opened(slug, number, http);
        var order = view(shop, number);
        var paying = order.state().equals(OrderState.PLACED.text()) ? payments.of(shop, number.value()).orElse(null) : null;
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(order.with(paying));
    }

    @PutMapping("/api/v1/shops/{slug}/orders/{number}/cancellation")
    OrderView cancel(@PathVariable String slug, @PathVariable OrderId number, HttpServletRequest http) {
        var shop = opened(slug, number, http);
        cancelOrder.cancel(shop, number);
        return view(shop, number);
    }

    /** Shows the codes; a POST, because it is logged and may be done once only. */
    @PostMapping("/api/v1/shops/{slug}/orders/{number}/reveal")
    ResponseEntity<Revealed> reveal(@PathVariable String slug, @PathVariable OrderId number, HttpServletRequest http) {
        var shop = opened(slug, number, http);
        var order = view(shop, number);
        if (order.gift()) {
            throw new OrderingProblem.IsGift();
        }
        if (order.lines().stream().noneMatch(line -> line.state().equals(OrderRow.Line.DELIVERED))) {
            throw new OrderingProblem.NothingDelivered(OrderState.of(order.state()));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(new Revealed(openDelivery.toBuyer(shop, number.value(), "buyer at " + addresses.of(http))));
    }

    private ShopId opened(String slug, OrderId number, HttpServletRequest http) {
        return openOrder.opened(slug, number, http).id();
    }

    private OrderView view(ShopId shop, OrderId number) {
        return orders.find(shop, number).orElseThrow(OrderingProblem.NoSuchOrder::new);
    }

    record Revealed(List<OpenDelivery.Opened> cards) {

        @Override
        public String toString() {
            return "Revealed[" + cards.size() + "]";
        }
    }
}
