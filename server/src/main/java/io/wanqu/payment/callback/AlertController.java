package io.wanqu.payment.callback;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.payment.PaymentProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person should look at, for the shop's staff. */
@RestController
class AlertController {

    private final PaymentAlerts alerts;
    private final ShopScope scope;

    AlertController(PaymentAlerts alerts, ShopScope scope) {
        this.alerts = alerts;
        this.scope = scope;
    }

    @GetMapping("/api/v1/payment-alerts")
    Page<PaymentAlerts.Alert> open(Caller caller, @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        var shop = caller.must(Scope.LEDGER_READ);
        var page = PageAsk.of(after, limit);
        return scope.in(shop, () -> alerts.open(shop, page.before(), page.limit()));
    }

    @Idempotent
    @PutMapping("/api/v1/payment-alerts/{alert}/closure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Caller caller, @PathVariable String alert) {
        var shop = caller.must(Scope.ORDERS_WRITE);
        var id = Id.parse("alert", alert);
        if (!scope.in(shop, () -> alerts.close(shop, id))) {
            throw new PaymentProblem.UnknownAlert(alert);
        }
    }
}
