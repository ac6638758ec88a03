package io.wanqu.payment.callback;

import io.wanqu.kernel.Id;
import io.wanqu.payment.PaymentProblem;
import io.wanqu.payment.Rails;
import io.wanqu.payment.account.RailAccounts;
import io.wanqu.payment.rail.RailAccount;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where providers tell us of payments, refunds and charge-backs, each account at an address of its own. */
@RestController
class CallbackController {

    private final Rails rails;
    private final RailAccounts accounts;
    private final TakeNotices takeNotices;

    CallbackController(Rails rails, RailAccounts accounts, TakeNotices takeNotices) {
        this.rails = rails;
        this.accounts = accounts;
        this.takeNotices = takeNotices;
    }

    @PostMapping("/api/v1/payment-callbacks/{rail}/{account}")
    ResponseEntity<String> callback(@PathVariable String rail, @PathVariable String account, @RequestBody byte[] body,
            HttpServletRequest request) {
        var named = rails.named(rail);
        takeNotices.take(named, account(named.name(), account), TakeNotices.headers(request), body);
        var reply = named.acknowledged();
        return ResponseEntity.status(reply.status()).contentType(MediaType.parseMediaType(reply.contentType())).body(reply.body());
    }

    private RailAccount account(String rail, String account) {
        return accounts.byId(Id.parse("account", account)).filter(found -> found.rail().equals(rail))
                .orElseThrow(() -> new PaymentProblem.UnknownAccount(account));
    }
}
