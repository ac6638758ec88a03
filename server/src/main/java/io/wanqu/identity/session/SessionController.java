package io.wanqu.identity.session;

import io.wanqu.identity.account.Account;
import io.wanqu.identity.account.Contact;
import io.wanqu.identity.code.OneTimeCodes;
import io.wanqu.identity.code.Purpose;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.http.Require;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
class SessionController {

    private static final int CODE_MAX = 20;
    private static final int PASSWORD_MAX = 200;

    private final LogIn logIn;
    private final OneTimeCodes codes;
    private final SignIn signIn;
    private final SessionAnswer answer;
    private final Visit visit;

    SessionController(LogIn logIn, OneTimeCodes codes, SignIn signIn, SessionAnswer answer, Visit visit) {
        this.logIn = logIn;
        this.codes = codes;
        this.signIn = signIn;
        this.answer = answer;
        this.visit = visit;
    }

    @GetMapping("/api/v1/session")
    SessionAnswer.Response session(HttpServletRequest request) {
        return answer.of(SignedIn.any(request), null);
    }

    @PostMapping("/api/v1/login-codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sendCode(HttpServletRequest request, HttpServletResponse response, @RequestBody CodeRequest ask) {
        visit.mustBeMeant(request);
        codes.send(Contact.parse("/to", ask.to), Purpose.parse(ask.purpose), visit.origin(request, response).device());
    }

    @PostMapping("/api/v1/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    SessionAnswer.Response register(HttpServletRequest request, HttpServletResponse response, @RequestBody NewAccountRequest ask) {
        visit.mustBeMeant(request);
        var origin = visit.origin(request, response);
        var account = logIn.register(Contact.parse("/login", ask.login), Require.text("/code", ask.code, 1, CODE_MAX),
                ask.name == null ? "" : ask.name, ask.password, origin);
        return signIn.signIn(account, origin, request, response);
    }

    @PostMapping("/api/v1/session")
    SessionAnswer.Response logIn(HttpServletRequest request, HttpServletResponse response, @RequestBody LogInRequest ask) {
        visit.mustBeMeant(request);
        var origin = visit.origin(request, response);
        return signIn.signIn(account(ask, origin), origin, request, response);
    }

    private Account account(LogInRequest ask, Origin origin) {
        var contact = Contact.parse("/login", ask.login);
        if (ask.password != null && ask.password.length() <= PASSWORD_MAX) {
            return logIn.byPassword(contact, ask.password);
        }
        if (ask.code == null) {
            throw new KernelProblem.InvalidValue("/password", "a password, or a code instead");
        }
        return logIn.byCode(contact, Require.text("/code", ask.code, 1, CODE_MAX), origin);
    }

    @PostMapping("/api/v1/session/step-up")
    SessionAnswer.Response stepUp(HttpServletRequest request, HttpServletResponse response, @RequestBody StepUpRequest ask) {
        var session = SignedIn.by(request);
        if (!logIn.proves(session, ask.password, ask.code, visit.origin(request, response))) {
            throw new SessionProblem.WrongLogin();
        }
        return signIn.refresh(session);
    }

    @DeleteMapping("/api/v1/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(HttpServletRequest request, HttpServletResponse response) {
        var session = SignedIn.any(request);
        if (session != null) {
            signIn.signOut(session, request, response);
        }
    }

    record CodeRequest(@Nullable String to, @Nullable String purpose) {
    }

    record NewAccountRequest(@Nullable String login, @Nullable String code, @Nullable String password, @Nullable String name) {

        @Override
        public String toString() {
            return "NewAccountRequest[…]";
        }
    }

    record LogInRequest(@Nullable String login, @Nullable String password, @Nullable String code) {

        @Override
        public String toString() {
            return "LogInRequest[…]";
        }
    }

    record StepUpRequest(@Nullable String password, @Nullable String code) {

        @Override
        public String toString() {
            return "StepUpRequest[…]";
        }
    }
}
