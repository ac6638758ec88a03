package io.wanqu.identity.session;

import java.time.Instant;

import io.wanqu.kernel.Caller;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/** The session behind a request, for what a person does with his own account. */
public final class SignedIn {

    private static final String ATTRIBUTE = SignedIn.class.getName();

    private SignedIn() {
    }

    static void attach(HttpServletRequest request, Session session) {
        request.setAttribute(ATTRIBUTE, session);
    }

    /** Also one that still lacks its second factor. */
    public static @Nullable Session any(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Session session ? session : null;
    }

    /** Somebody who has just proved again who he is, for what changes how he proves it. */
    public static Session fresh(HttpServletRequest request, Instant now) {
        var session = by(request);
        if (!session.fresh(now)) {
            throw new Caller.StepUpNeeded();
        }
        return session;
    }

    public static Session by(HttpServletRequest request) {
        var session = any(request);
        if (session == null) {
            throw new SessionProblem.NotSignedIn();
        }
        if (session.state() == Session.State.SECOND_FACTOR) {
            throw new SessionProblem.SecondFactorNeeded();
        }
        return session;
    }
}
