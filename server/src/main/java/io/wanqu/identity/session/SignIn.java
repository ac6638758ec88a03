package io.wanqu.identity.session;

import io.wanqu.identity.account.Account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

/** Opens and ends the session of a person who has shown who he is, and gives his browser the cookie or his program the secret. */
@Component
class SignIn {

    private final SessionLife life;
    private final SessionAnswer answer;
    private final Visit visit;

    SignIn(SessionLife life, SessionAnswer answer, Visit visit) {
        this.life = life;
        this.answer = answer;
        this.visit = visit;
    }

    SessionAnswer.Response signIn(Account account, Origin origin, HttpServletRequest request, HttpServletResponse response) {
        var opened = life.open(account, Session.State.OPEN, origin, SignedIn.any(request));
        if (origin.kind() == Session.Kind.WEB) {
            visit.keepSession(request, response, opened.text());
            return answer.of(opened.session(), null);
        }
        return answer.of(opened.session(), opened.text().secret());
    }

    SessionAnswer.Response refresh(Session session) {
        return answer.of(life.refresh(session), null);
    }

    void signOut(Session session, HttpServletRequest request, HttpServletResponse response) {
        life.end(session.account(), session.id());
        if (session.kind() == Session.Kind.WEB) {
            visit.forgetSession(request, response);
        }
    }
}
