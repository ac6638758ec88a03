package io.wanqu.identity.session;

import java.time.Clock;

import io.wanqu.identity.account.Account;
import io.wanqu.identity.secret.SecretText;
import io.wanqu.identity.secret.SecretText.Mark;
import io.wanqu.identity.watch.Origin;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Ids;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How sessions begin and end: always with a new secret, so that nobody knows it beforehand, and in place of the one before. */
@Component
class SessionLife {

    private final Sessions sessions;
    private final KnownSessions known;
    private final SessionSettings settings;
    private final Ids ids;
    private final Clock clock;

    SessionLife(Sessions sessions, KnownSessions known, SessionSettings settings, Ids ids, Clock clock) {
        this.sessions = sessions;
        this.known = known;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Opened open(Account account, Session.State state, Origin origin, @Nullable Session before) {
        var now = clock.instant();
        if (before != null) {
            sessions.end(before.account(), before.id(), now);
            known.forget(before.id());
        }
        var open = state == Session.State.OPEN;
        var session = new Session(ids.next(), account.id(), account.name(), state, origin.program() ? Session.Kind.PROGRAM : Session.Kind.WEB,
                now, now, now.plus(open ? settings.longest() : Session.HALF_OPEN), open ? now.plus(settings.fresh()) : null, null);
        var text = SecretText.draw(Mark.SESSION);
        sessions.add(session, text.hash(), new Sessions.Where(origin.address(), origin.agent()));
        return new Opened(session, text);
    }

    /** The person has shown once more who he is. */
    Session refresh(Session session) {
        var until = clock.instant().plus(settings.fresh());
        sessions.refresh(session.id(), until);
        known.forget(session.id());
        return session.freshUntil(until);
    }

    /** The same session under a new secret, for when more may be done with it than before. */
    SecretText renew(Session session) {
        var text = SecretText.draw(Mark.SESSION);
        if (!sessions.renew(session.id(), text.hash())) {
            throw new SessionProblem.NotSignedIn();
        }
        known.forget(session.id());
        return text;
    }

    /** False when there is no such session of this account, or it has ended. */
    boolean end(AccountId account, long id) {
        var ended = sessions.end(account, id, clock.instant());
        known.forget(id);
        return ended;
    }

    /** Returns how many there were. */
    int endAll(AccountId account) {
        var ended = sessions.endOthers(account, 0, clock.instant());
        ended.forEach(known::forget);
        return ended.size();
    }

    void endOthers(Session kept) {
        sessions.endOthers(kept.account(), kept.id(), clock.instant()).forEach(known::forget);
    }

    record Opened(Session session, SecretText text) {
    }
}
