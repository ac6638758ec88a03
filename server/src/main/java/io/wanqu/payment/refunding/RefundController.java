package io.wanqu.payment.refunding;

import java.time.Clock;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.payment.PaymentProblem;
import io.wanqu.payment.Refunds;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Refunds that no rail would make, and what staff may do about them. */
@RestController
class RefundController {

    private final Refunds refunds;
    private final DueRefunds due;
    private final EndRefunds endRefunds;
    private final ShopScope scope;
    private final Clock clock;

    RefundController(Refunds refunds, DueRefunds due, EndRefunds endRefunds, ShopScope scope, Clock clock) {
        this.refunds = refunds;
        this.due = due;
        this.endRefunds = endRefunds;
        this.scope = scope;
        this.clock = clock;
    }

    @GetMapping("/api/v1/failed-refunds")
    Page<Refunds.View> failed(Caller caller, @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        var shop = caller.must(Scope.ORDERS_READ);
        var page = PageAsk.of(after, limit);
        return Page.of(scope.in(shop, () -> refunds.failed(shop, page.before(), page.limit() + 1)), page.limit(),
                refund -> Long.parseLong(refund.id()));
    }

    @Idempotent
    @PostMapping("/api/v1/failed-refunds/{refund}/tries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void tryAgain(Caller caller, @PathVariable String refund) {
        var failed = failed(caller.must(Scope.ORDERS_WRITE), refund);
        if (!due.tryAgain(failed, clock.instant())) {
            throw new PaymentProblem.RefundNotFailed(refund);
        }
    }

    /** The rail will never make it; the money is counted as kept again. */
    @Idempotent
    @PutMapping("/api/v1/failed-refunds/{refund}/abandonment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveUp(Caller caller, @PathVariable String refund) {
        if (!endRefunds.giveUp(failed(caller.must(Scope.ORDERS_WRITE), refund))) {
            throw new PaymentProblem.RefundNotFailed(refund);
        }
    }

    private OpenRefund failed(ShopId shop, String number) {
        var refund = endRefunds.find(shop, number);
        if (refund == null) {
            throw new PaymentProblem.RefundNotFailed(number);
        }
        return refund;
    }
}
