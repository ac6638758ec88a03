package io.wanqu.identity.self;

import java.time.Clock;

import io.wanqu.identity.account.Account;
import io.wanqu.identity.session.ProveAgain;
import io.wanqu.identity.session.SessionAnswer;
import io.wanqu.identity.session.SignIn;
import io.wanqu.identity.session.SignedIn;
import io.wanqu.identity.session.Visit;
import io.wanqu.identity.watch.Alert;
import io.wanqu.identity.watch.Alerts;
import io.wanqu.identity.watch.Origin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

/** The person behind a request that is about his own account: who he is, whether he has just proved it, and how he is told of changes. */
@Component
class Self {

    private final ProveAgain proveAgain;
    private final SignIn signIn;
    private final SessionAnswer answer;
    private final Visit visit;
    private final Alerts alerts;
    private final Clock clock;

    Self(ProveAgain proveAgain, SignIn signIn, SessionAnswer answer, Visit visit, Alerts alerts, Clock clock) {
        this.proveAgain = proveAgain;
        this.signIn = signIn;
        this.answer = answer;
        this.visit = visit;
        this.alerts = alerts;
        this.clock = clock;
    }

    Account account(HttpServletRequest request) {
        return proveAgain.account(SignedIn.by(request).account());
    }

    /** Refuses who has not proved lately that he is still the one who signed in. */
    Account fresh(HttpServletRequest request) {
        return proveAgain.account(SignedIn.fresh(request, clock.instant()).account());
    }

    Origin origin(HttpServletRequest request, HttpServletResponse response) {
        return visit.origin(request, response);
    }

    /** How somebody proves who he is has changed: he is told, and his session gets a new secret. */
    SessionAnswer.Response changed(Alert alert, boolean endOthers, HttpServletRequest request, HttpServletResponse response) {
        var session = SignedIn.by(request);
        alerts.raise(account(request), alert, origin(request, response));
        return answer.of(session, signIn.renew(session, endOthers, request, response));
    }

    void tell(Alert alert, HttpServletRequest request, HttpServletResponse response) {
        alerts.raise(account(request), alert, origin(request, response));
    }

    SessionAnswer.Response answer(HttpServletRequest request) {
        return answer.of(SignedIn.by(request), null);
    }

}
