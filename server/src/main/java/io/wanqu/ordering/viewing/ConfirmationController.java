package io.wanqu.ordering.viewing;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.settling.ConfirmOrder;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Releases the frozen money of an order before its time. */
@RestController
class ConfirmationController {

    private final OpenOrder openOrder;
    private final OrderQueries orders;
    private final ConfirmOrder confirmOrder;

    ConfirmationController(OpenOrder openOrder, OrderQueries orders, ConfirmOrder confirmOrder) {
        this.openOrder = openOrder;
        this.orders = orders;
        this.confirmOrder = confirmOrder;
    }

    /** The buyer says that all is well. */
    @PutMapping("/api/v1/shops/{slug}/orders/{number}/confirmation")
    OrderView confirm(@PathVariable String slug, @PathVariable OrderId number, HttpServletRequest http) {
        var shop = openOrder.opened(slug, number, http).id();
        confirmOrder.confirm(shop, number);
        return view(shop, number);
    }

    /** A dispute was decided for the shop. */
    @PutMapping("/api/v1/operator/shops/{shop}/orders/{number}/verdict-for-shop")
    OrderView decideForShop(Caller caller, @PathVariable ShopId shop, @PathVariable OrderId number) {
        caller.mustOperate(Scope.MONEY_WRITE);
        confirmOrder.decideForShop(shop, number);
        return view(shop, number);
    }

    private OrderView view(ShopId shop, OrderId number) {
        return orders.find(shop, number).orElseThrow(OrderingProblem.NoSuchOrder::new);
    }
}
