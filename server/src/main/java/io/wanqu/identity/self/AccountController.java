package io.wanqu.identity.self;

import java.time.Instant;

import io.wanqu.identity.account.ChangeAccount;
import io.wanqu.identity.account.Contact;
import io.wanqu.identity.account.OpenAccount;
import io.wanqu.identity.code.OneTimeCodes;
import io.wanqu.identity.code.Purpose;
import io.wanqu.identity.session.SessionAnswer;
import io.wanqu.identity.watch.Alert;
import io.wanqu.identity.watch.Alerts;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Name, addresses and password of an account, and what its owner should know of. */
@RestController
class AccountController {

    private static final int CODE_MAX = 20;

    private final Self self;
    private final ChangeAccount changeAccount;
    private final OpenAccount openAccount;
    private final OneTimeCodes codes;
    private final Alerts alerts;

    AccountController(Self self, ChangeAccount changeAccount, OpenAccount openAccount, OneTimeCodes codes, Alerts alerts) {
        this.self = self;
        this.changeAccount = changeAccount;
        this.openAccount = openAccount;
        this.codes = codes;
        this.alerts = alerts;
    }

    @PutMapping("/api/v1/account")
    SessionAnswer.Response rename(HttpServletRequest request, @RequestBody NameRequest ask) {
        changeAccount.rename(self.account(request).id(), ask.name == null ? "" : ask.name);
        return self.answer(request);
    }

    /** The code was sent to the new address for the purpose {@code prove}; word of the change goes to the old one. */
    @PutMapping("/api/v1/account/contact")
    SessionAnswer.Response reach(HttpServletRequest request, HttpServletResponse response, @RequestBody ContactRequest ask) {
        var account = self.fresh(request);
        var contact = Contact.parse("/to", ask.to);
        codes.use(contact, Purpose.PROVE, self.origin(request, response).device(), Require.text("/code", ask.code, 1, CODE_MAX));
        changeAccount.reach(account.id(), contact);
        alerts.raise(account, Alert.CONTACT_CHANGED, self.origin(request, response));
        return self.answer(request);
    }

    @PutMapping("/api/v1/account/password")
    SessionAnswer.Response changePassword(HttpServletRequest request, HttpServletResponse response, @RequestBody PasswordRequest ask) {
        openAccount.changePassword(self.fresh(request), ask.password);
        return self.changed(Alert.PASSWORD_CHANGED, true, request, response);
    }

    @GetMapping("/api/v1/account/alerts")
    Page<AlertResponse> alerts(HttpServletRequest request, @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        var account = self.account(request).id();
        var ask = PageAsk.of(after, limit);
        var page = Page.of(alerts.list(account, ask.before(), ask.limit() + 1), ask.limit(), Alerts.Listed::id);
        return new Page<>(page.items().stream().map(alert -> new AlertResponse(Long.toString(alert.id()), alert.what(), alert.where().address(),
                alert.where().agent(), alert.at())).toList(), page.next());
    }

    record NameRequest(@Nullable String name) {
    }

    record ContactRequest(@Nullable String to, @Nullable String code) {
    }

    record PasswordRequest(@Nullable String password) {

        @Override
        public String toString() {
            return "PasswordRequest[…]";
        }
    }

    /** @param what such as new-device or password-changed */
    record AlertResponse(String id, String what, String address, String agent, Instant at) {
    }
}
