package io.wanqu.identity.session;

import io.wanqu.identity.account.Contact;
import io.wanqu.identity.account.OpenAccount;
import io.wanqu.identity.code.OneTimeCodes;
import io.wanqu.identity.code.Purpose;
import io.wanqu.kernel.http.Require;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One-time codes, new accounts, and the way back in for who has lost his password. */
@RestController
class RegisterController {

    private static final int CODE_MAX = 20;

    private final Register register;
    private final OneTimeCodes codes;
    private final ProveAgain proveAgain;
    private final SignIn signIn;
    private final Visit visit;

    RegisterController(Register register, OneTimeCodes codes, ProveAgain proveAgain, SignIn signIn, Visit visit) {
        this.register = register;
        this.codes = codes;
        this.proveAgain = proveAgain;
        this.signIn = signIn;
        this.visit = visit;
    }

    /** To the account's own address where none is named and somebody is signed in. */
    @PostMapping("/api/v1/login-codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sendCode(HttpServletRequest request, HttpServletResponse response, @RequestBody CodeRequest ask) {
        visit.mustBeMeant(request);
        var purpose = Purpose.parse(ask.purpose);
        codes.send(receiver(request, ask, purpose), purpose, visit.origin(request, response));
    }

    private Contact receiver(HttpServletRequest request, CodeRequest ask, Purpose purpose) {
        if (purpose != Purpose.PROVE) {
            return Contact.parse("/to", ask.to);
        }
        var account = proveAgain.account(SignedIn.by(request).account());
        var own = account.mail() == null ? account.phone() : account.mail();
        return ask.to == null && own != null ? own : Contact.parse("/to", ask.to);
    }

    @PostMapping("/api/v1/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    SessionAnswer.Response register(HttpServletRequest request, HttpServletResponse response, @RequestBody AccountRequest ask) {
        visit.mustBeMeant(request);
        var origin = visit.origin(request, response);
        var wanted = new OpenAccount.Ask(Contact.parse("/login", ask.login), ask.name == null ? "" : ask.name, ask.password);
        return signIn.wholly(register.register(wanted, code(ask.code), origin), origin, request, response);
    }

    @PostMapping("/api/v1/accounts/recovery")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void recover(HttpServletRequest request, HttpServletResponse response, @RequestBody RecoveryRequest ask) {
        visit.mustBeMeant(request);
        register.recover(Contact.parse("/login", ask.login), code(ask.code), ask.password, visit.origin(request, response));
    }

    private static String code(@Nullable String code) {
        return Require.text("/code", code, 1, CODE_MAX);
    }

    /** @param purpose register, login, recover or prove */
    record CodeRequest(@Nullable String to, @Nullable String purpose) {
    }

    /** @param password may be absent: a code then signs in each time */
    record AccountRequest(@Nullable String login, @Nullable String code, @Nullable String password, @Nullable String name) {

        @Override
        public String toString() {
            return "AccountRequest[…]";
        }
    }

    record RecoveryRequest(@Nullable String login, @Nullable String code, @Nullable String password) {

        @Override
        public String toString() {
            return "RecoveryRequest[…]";
        }
    }
}
