package io.wanqu.identity.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a person is signed in, and the end of what he does not know. */
@RestController
class SessionListController {

    private final Sessions sessions;
    private final SessionLife life;
    private final SessionSettings settings;
    private final Trail trail;
    private final Clock clock;

    SessionListController(Sessions sessions, SessionLife life, SessionSettings settings, Trail trail, Clock clock) {
        this.sessions = sessions;
        this.life = life;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping("/api/v1/sessions")
    List<Response> list(HttpServletRequest request) {
        var own = SignedIn.by(request);
        var now = clock.instant();
        return sessions.list(own.account(), now, now.minus(settings.idle())).stream()
                .map(session -> new Response(Long.toString(session.id()), session.id() == own.id(), session.where().address(),
                        session.where().agent(), session.createdAt(), session.seenAt()))
                .toList();
    }

    @DeleteMapping("/api/v1/sessions/{session}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(HttpServletRequest request, @PathVariable String session) {
        var own = SignedIn.by(request);
        var id = Id.parse("session", session);
        if (!life.end(own.account(), id)) {
            throw new SessionProblem.UnknownSession(id);
        }
    }

    /** All but the one that asks. */
    @DeleteMapping("/api/v1/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(HttpServletRequest request) {
        life.endOthers(SignedIn.by(request));
    }

    /** For the operator, when an account fell into wrong hands: wherever its person is signed in, he is so no more. */
    @DeleteMapping("/api/v1/operator/accounts/{account}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAll(Caller caller, @PathVariable AccountId account) {
        caller.mustOperate(Scope.CUSTOMERS_WRITE);
        trail.doing(() -> life.endAll(account), ended -> new Note(ShopId.PLATFORM, "sessions.ended", "account:" + account, null, new Ended(ended)));
    }

    private record Ended(int places) {
    }

    /**
     * A session.
     *
     * @param agent what the browser or program said it was
     */
    record Response(String id, boolean current, String address, String agent, Instant createdAt, Instant seenAt) {
    }
}
