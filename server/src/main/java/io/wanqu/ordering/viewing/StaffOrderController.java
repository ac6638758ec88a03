package io.wanqu.ordering.viewing;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.row.Orders;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders of every channel in one place, for the shop's staff. */
@RestController
class StaffOrderController {

    private final OrderQueries orders;
    private final ShopScope scope;

    StaffOrderController(OrderQueries orders, ShopScope scope) {
        this.orders = orders;
        this.scope = scope;
    }

    @GetMapping("/api/v1/orders")
    Page<OrderView> list(Caller caller, @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after, @RequestParam(required = false) @Nullable String limit) {
        var shop = caller.must(Scope.ORDERS_READ);
        var page = PageAsk.of(after, limit);
        var wanted = state == null ? null : state(state);
        return scope.in(shop, () -> orders.list(shop, wanted, page.before(), page.limit()));
    }

    @GetMapping("/api/v1/orders/{order}")
    OrderView get(Caller caller, @PathVariable OrderId order) {
        var shop = caller.must(Scope.ORDERS_READ);
        return scope.in(shop, () -> orders.find(shop, order)).orElseThrow(OrderingProblem.NoSuchOrder::new);
    }

    private static OrderState state(String text) {
        try {
            return OrderState.of(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("state", "one of the order states, for example short");
        }
    }
}
