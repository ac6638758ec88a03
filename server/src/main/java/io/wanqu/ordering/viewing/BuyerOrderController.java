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
import io.wanqu.shop.Shops;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
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

    private final Shops shops;
    private final OpenOrder openOrder;
    private final OrderQueries orders;
    private final CancelOrder cancelOrder;
    private final OpenDelivery openDelivery;
    private final ClientAddress addresses;

    BuyerOrderController(Shops shops, OpenOrder openOrder, OrderQueries orders, CancelOrder cancelOrder, OpenDelivery openDelivery,
            ClientAddress addresses) {
        this.shops = shops;
        this.openOrder = openOrder;
        this.orders = orders;
        this.cancelOrder = cancelOrder;
        this.openDelivery = openDelivery;
        this.addresses = addresses;
    }

    @GetMapping("/api/v1/shops/{slug}/orders/{number}")
    ResponseEntity<OrderView> get(@PathVariable String slug, @PathVariable OrderId number, HttpServletRequest http) {
        var shop = opened(slug, number, http);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view(shop, number));
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
        if (order.lines().stream().noneMatch(line -> line.state().equals(OrderRow.Line.DELIVERED))) {
            throw new OrderingProblem.NothingDelivered(OrderState.of(order.state()));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(new Revealed(openDelivery.toBuyer(shop, number.value(), "buyer at " + addresses.of(http))));
    }

    private ShopId opened(String slug, OrderId number, HttpServletRequest http) {
        var shop = shops.bySlug(slug).id();
        openOrder.check(shop, number, http.getHeader("Order-Password"), token(http), addresses.of(http));
        return shop;
    }

    /** From the header, or from the signed link. */
    static @Nullable String token(HttpServletRequest http) {
        var header = http.getHeader("Order-Token");
        return header != null ? header : http.getParameter("token");
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
