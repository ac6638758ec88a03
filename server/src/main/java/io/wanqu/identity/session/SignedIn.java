package io.wanqu.identity.session;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/** The session behind a request, for what a person does with his own account. */
final class SignedIn {

    private static final String ATTRIBUTE = SignedIn.class.getName();

    private SignedIn() {
    }

    static void attach(HttpServletRequest request, Session session) {
        request.setAttribute(ATTRIBUTE, session);
    }

    /** Also one that still lacks its second factor. */
    static @Nullable Session any(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Session session ? session : null;
    }

    static Session by(HttpServletRequest request) {
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
