package io.wanqu.identity;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

import io.wanqu.identity.session.PresentSession;
import io.wanqu.kernel.Problem;
import io.wanqu.kernel.http.ClientAddress;
import io.wanqu.kernel.http.Limiter;
import io.wanqu.kernel.http.Presented;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Reads the bearer token or the session cookie of a request; whether one is needed is for the endpoint to say. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";
    /** There programs show who they are in a way of their own. */
    private static final String OF_PROGRAMS = "/oauth2/";
    private static final int WRONG_PER_MINUTE_MAX = 60;

    private final KnownBearers bearers;
    private final PresentSession sessions;
    private final ClientAddress address;
    private final HandlerExceptionResolver refusals;
    private final Limiter wrong;

    TokenFilter(KnownBearers bearers, PresentSession sessions, ClientAddress address, Clock clock,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        this.bearers = bearers;
        this.sessions = sessions;
        this.address = address;
        this.refusals = refusals;
        this.wrong = new Limiter(WRONG_PER_MINUTE_MAX, Duration.ofMinutes(1), clock);
    }

    /** A token is sent on purpose and wins; a cookie comes by itself, and most requests have neither. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header != null && !request.getRequestURI().startsWith(OF_PROGRAMS)) {
            presented(request, header).attachTo(request);
        } else if (header == null && request.getHeader("Cookie") != null) {
            var refusal = sessions.byCookie(request, response);
            if (refusal != null) {
                refusals.resolveException(request, response, null, refusal);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private Presented presented(HttpServletRequest request, String header) {
        var key = address.limited(request) ? address.of(request) : null;
        var refusal = key == null ? null : refusal(key);
        if (refusal != null) {
            return new Presented("", null, refusal);
        }
        try {
            return bearers.known(request, header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) ? header.substring(SCHEME.length()).strip() : "");
        } catch (IdentityProblem problem) {
            if (key != null) {
                wrong.take(key);
            }
            return new Presented("", null, problem);
        }
    }

    private @Nullable Problem refusal(String key) {
        var outcome = wrong.look(key);
        return outcome.allowed() ? null : new IdentityProblem.TooManyWrongTokens(outcome.retryAfterSeconds());
    }
}
