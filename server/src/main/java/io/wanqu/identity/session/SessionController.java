package io.wanqu.identity.session;

import io.wanqu.identity.account.Account;
import io.wanqu.identity.account.Contact;
import io.wanqu.identity.factor.SecondFactor;
import io.wanqu.identity.watch.Alert;
import io.wanqu.identity.watch.Alerts;
import io.wanqu.identity.watch.Origin;
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

/** Signing in, proving again, and signing out. */
@RestController
class SessionController {

    private static final int CODE_MAX = 20;
    private static final int PASSWORD_MAX = 200;

    private final LogIn logIn;
    private final ProveAgain proveAgain;
    private final SignIn signIn;
    private final SessionAnswer answer;
    private final Visit visit;
    private final Alerts alerts;

    SessionController(LogIn logIn, ProveAgain proveAgain, SignIn signIn, SessionAnswer answer, Visit visit, Alerts alerts) {
        this.logIn = logIn;
        this.proveAgain = proveAgain;
        this.signIn = signIn;
        this.answer = answer;
        this.visit = visit;
        this.alerts = alerts;
    }

    @GetMapping("/api/v1/session")
    SessionAnswer.Response session(HttpServletRequest request) {
        return answer.of(SignedIn.any(request), null);
    }

    @PostMapping("/api/v1/session")
    SessionAnswer.Response logIn(HttpServletRequest request, HttpServletResponse response, @RequestBody LogInRequest ask) {
        visit.mustBeMeant(request);
        var origin = visit.origin(request, response);
        return signIn.byOneProof(account(ask, origin), origin, request, response);
    }

    private Account account(LogInRequest ask, Origin origin) {
        var contact = Contact.parse("/login", ask.login);
        if (ask.password != null && ask.password.length() <= PASSWORD_MAX) {
            return logIn.byPassword(contact, ask.password, origin);
        }
        if (ask.code == null) {
            throw new KernelProblem.InvalidValue("/password", "a password, or a code instead");
        }
        return logIn.byCode(contact, Require.text("/code", ask.code, 1, CODE_MAX), origin);
    }

    @PostMapping("/api/v1/session/second-factor")
    SessionAnswer.Response secondFactor(HttpServletRequest request, HttpServletResponse response, @RequestBody CodeRequest ask) {
        var session = SignedIn.any(request);
        if (session == null) {
            throw new SessionProblem.NotSignedIn();
        }
        var account = proveAgain.account(session.account());
        var origin = visit.origin(request, response);
        if (proveAgain.bySecondFactor(account, Require.text("/code", ask.code, 1, CODE_MAX), origin) == SecondFactor.Outcome.RECOVERY_CODE) {
            alerts.raise(account, Alert.RECOVERY_CODE_USED, origin);
        }
        return signIn.wholly(account, origin, request, response);
    }

    @PostMapping("/api/v1/session/step-up")
    SessionAnswer.Response stepUp(HttpServletRequest request, HttpServletResponse response, @RequestBody StepUpRequest ask) {
        var session = SignedIn.by(request);
        var account = proveAgain.account(session.account());
        var origin = visit.origin(request, response);
        if (ask.password != null && ask.password.length() <= PASSWORD_MAX) {
            proveAgain.byPassword(account, ask.password, origin);
        } else {
            proveAgain.byCode(account, Require.text("/code", ask.code, 1, CODE_MAX), origin);
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

    record CodeRequest(@Nullable String code) {

        @Override
        public String toString() {
            return "CodeRequest[…]";
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
