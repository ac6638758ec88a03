package io.wanqu.identity.session;

import io.wanqu.identity.account.Account;
import io.wanqu.identity.factor.SecondFactor;
import io.wanqu.identity.watch.Alert;
import io.wanqu.identity.watch.Alerts;
import io.wanqu.identity.watch.FamiliarPlaces;
import io.wanqu.identity.watch.Origin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens and ends the session of a person who has shown who he is, and gives his browser the cookie or his program the secret. */
@Component
public class SignIn {

    private final SessionLife life;
    private final SessionAnswer answer;
    private final Visit visit;
    private final SecondFactor secondFactor;
    private final FamiliarPlaces places;
    private final Alerts alerts;

    SignIn(SessionLife life, SessionAnswer answer, Visit visit, SecondFactor secondFactor, FamiliarPlaces places, Alerts alerts) {
        this.life = life;
        this.answer = answer;
        this.visit = visit;
        this.secondFactor = secondFactor;
        this.places = places;
        this.alerts = alerts;
    }

    /** After one proof: the second is asked for where there is one. */
    public SessionAnswer.Response byOneProof(Account account, Origin origin, HttpServletRequest request, HttpServletResponse response) {
        return secondFactor.on(account.id()) ? open(account, Session.State.SECOND_FACTOR, origin, request, response)
                : wholly(account, origin, request, response);
    }

    /** After as many proofs as the account asks for. Of a place that is new the owner is told. */
    public SessionAnswer.Response wholly(Account account, Origin origin, HttpServletRequest request, HttpServletResponse response) {
        switch (places.visit(account.id(), origin)) {
            case DEVICE -> alerts.raise(account, Alert.NEW_DEVICE, origin);
            case NETWORK -> alerts.raise(account, Alert.NEW_NETWORK, origin);
            case NONE -> {
            }
        }
        return open(account, Session.State.OPEN, origin, request, response);
    }

    private SessionAnswer.Response open(Account account, Session.State state, Origin origin, HttpServletRequest request,
            HttpServletResponse response) {
        var opened = life.open(account, state, origin, SignedIn.any(request));
        if (!origin.program()) {
            visit.keepSession(request, response, opened.text());
            return answer.of(opened.session(), null);
        }
        return answer.of(opened.session(), opened.text().secret());
    }

    SessionAnswer.Response refresh(Session session) {
        return answer.of(life.refresh(session), null);
    }

    /** Gives the session a new secret, because more may be done with it now, and ends the account's others if that is wanted. */
    public @Nullable String renew(Session session, boolean endOthers, HttpServletRequest request, HttpServletResponse response) {
        var text = life.renew(session);
        if (endOthers) {
            life.endOthers(session);
        }
        if (session.kind() == Session.Kind.WEB) {
            visit.keepSession(request, response, text);
            return null;
        }
        return text.secret();
    }

    void signOut(Session session, HttpServletRequest request, HttpServletResponse response) {
        life.end(session.account(), session.id());
        if (session.kind() == Session.Kind.WEB) {
            visit.forgetSession(request, response);
        }
    }
}
