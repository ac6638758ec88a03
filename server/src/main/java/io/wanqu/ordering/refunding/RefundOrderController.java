package io.wanqu.ordering.refunding;

import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.payment.Refunds;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where staff return an order's money, and see what became of it. */
@RestController
class RefundOrderController {

    private static final int REASON_MAX = 80;

    private final RefundOrder refundOrder;
    private final Refunds refunds;
    private final ShopScope scope;
    private final Trail trail;

    RefundOrderController(RefundOrder refundOrder, Refunds refunds, ShopScope scope, Trail trail) {
        this.refundOrder = refundOrder;
        this.refunds = refunds;
        this.scope = scope;
        this.trail = trail;
    }

    /** The same reason with the same amount is the same refund, whoever asks; a second refund needs a reason of its own. */
    @Idempotent
    @PostMapping("/api/v1/orders/{order}/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    Refunds.View refund(Caller caller, @PathVariable OrderId order, @RequestBody Request request) {
        var shop = caller.must(Scope.ORDERS_WRITE);
        var amount = request.amountMinor == null ? null : Long.valueOf(Require.between("/amountMinor", request.amountMinor, 1, Long.MAX_VALUE));
        var reason = Require.text("/reason", request.reason, 2, REASON_MAX);
        if (FollowMoneyBack.OWN_REASONS.contains(reason)) {
            throw new InvalidValue("/reason", "another reason than those of the shop's own rules");
        }
        return scope.in(shop, () -> {
            var refund = refundOrder.refund(shop, order, new RefundOrder.Wish(amount, reason, caller.name()));
            trail.note(Note.of(shop, "order.refunded", "order", order.value()).after(refund));
            return refund;
        });
    }

    @GetMapping("/api/v1/orders/{order}/refunds")
    List<Refunds.View> list(Caller caller, @PathVariable OrderId order) {
        var shop = caller.must(Scope.ORDERS_READ);
        return scope.in(shop, () -> refunds.of(shop, order.value()));
    }

    /** @param amountMinor left out, all that is left is returned */
    record Request(@Nullable Long amountMinor, @Nullable String reason) {
    }
}
