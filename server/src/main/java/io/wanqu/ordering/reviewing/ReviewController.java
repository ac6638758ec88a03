package io.wanqu.ordering.reviewing;

import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.viewing.OrderQueries;
import io.wanqu.ordering.viewing.OrderView;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The queue of held orders, for a shop's staff; the platform's people see that of all shops. */
@RestController
class ReviewController {

    private static final int SHOWN = 200;
    private static final int REASON_MAX = 200;

    private final ReviewOrders review;
    private final OrderQueries orders;
    private final ShopScope scope;

    ReviewController(ReviewOrders review, OrderQueries orders, ShopScope scope) {
        this.review = review;
        this.orders = orders;
        this.scope = scope;
    }

    /** The most urgent first. Why an order is held: {@code GET /api/v1/risk/decisions?subject=}. */
    @GetMapping("/api/v1/risk/reviews")
    List<ReviewOrders.Held> queue(Caller caller) {
        var shop = caller.must(Scope.ORDERS_READ);
        return scope.in(shop, () -> review.queue(shop, SHOWN));
    }

    @GetMapping("/api/v1/operator/risk/reviews")
    List<ReviewOrders.Held> ofAll(Caller caller) {
        caller.mustOperate(Scope.ORDERS_READ);
        return review.queue(null, SHOWN);
    }

    @Idempotent
    @PutMapping("/api/v1/risk/reviews/{order}/release")
    OrderView release(Caller caller, @PathVariable OrderId order, @RequestBody Reason reason) {
        var shop = caller.must(Scope.ORDERS_WRITE);
        review.release(shop, order, reason.checked());
        return view(caller, order);
    }

    @Idempotent
    @PutMapping("/api/v1/risk/reviews/{order}/refusal")
    OrderView refuse(Caller caller, @PathVariable OrderId order, @RequestBody Reason reason) {
        var shop = caller.must(Scope.ORDERS_WRITE);
        review.refuse(shop, order, reason.checked());
        return view(caller, order);
    }

    private OrderView view(Caller caller, OrderId order) {
        return scope.in(caller.shop(), () -> orders.find(caller.shop(), order)).orElseThrow(OrderingProblem.NoSuchOrder::new);
    }

    record Reason(@Nullable String reason) {

        String checked() {
            return Require.text("/reason", reason, 2, REASON_MAX);
        }
    }
}
