package io.wanqu.identity;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.wanqu.identity.secret.SecretText;
import io.wanqu.identity.secret.SecretText.Mark;
import io.wanqu.identity.session.PresentSession;
import io.wanqu.identity.staff.KnownStaff;
import io.wanqu.identity.staff.StaffMember;
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
    private static final int WRONG_PER_MINUTE_MAX = 60;

    private final KnownTokens tokens;
    private final PresentSession sessions;
    private final KnownStaff staff;
    private final ClientAddress address;
    private final Clock clock;
    private final HandlerExceptionResolver refusals;
    private final Limiter wrong;

    TokenFilter(KnownTokens tokens, PresentSession sessions, KnownStaff staff, ClientAddress address, Clock clock,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.staff = staff;
        this.address = address;
        this.clock = clock;
        this.refusals = refusals;
        this.wrong = new Limiter(WRONG_PER_MINUTE_MAX, Duration.ofMinutes(1), clock);
    }

    /** A token is sent on purpose and wins; a cookie comes by itself, and most requests have neither. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header != null) {
            presented(request, header).attachTo(request);
        } else if (request.getHeader("Cookie") != null) {
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
            return known(request, header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) ? header.substring(SCHEME.length()).strip() : "");
        } catch (IdentityProblem problem) {
            if (key != null) {
                wrong.take(key);
            }
            return new Presented("", null, problem);
        }
    }

    private Presented known(HttpServletRequest request, String text) {
        var session = SecretText.parse(Mark.SESSION, text);
        if (session.isPresent()) {
            return sessions.byToken(request, session.get()).orElseThrow(IdentityProblem.UnknownToken::new);
        }
        var token = SecretText.parse(Mark.TOKEN, text).flatMap(tokens::find).orElseThrow(IdentityProblem.UnknownToken::new);
        var places = token.account() == null ? List.<StaffMember>of() : staff.of(token.account());
        return new Presented("token:" + token.id(), token.caller(clock.instant(), places), null);
    }

    private @Nullable Problem refusal(String key) {
        var outcome = wrong.look(key);
        return outcome.allowed() ? null : new IdentityProblem.TooManyWrongTokens(outcome.retryAfterSeconds());
    }
}
