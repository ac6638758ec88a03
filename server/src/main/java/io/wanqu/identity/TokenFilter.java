package io.wanqu.identity;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.wanqu.kernel.Problem;
import io.wanqu.kernel.http.ClientAddress;
import io.wanqu.kernel.http.Limiter;
import io.wanqu.kernel.http.Presented;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the bearer token of a request; whether one is needed is for the endpoint to say. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";
    private static final int WRONG_PER_MINUTE_MAX = 60;

    private final KnownTokens tokens;
    private final ClientAddress address;
    private final Clock clock;
    private final Limiter wrong;

    TokenFilter(KnownTokens tokens, ClientAddress address, Clock clock) {
        this.tokens = tokens;
        this.address = address;
        this.clock = clock;
        this.wrong = new Limiter(WRONG_PER_MINUTE_MAX, Duration.ofMinutes(1), clock);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header != null) {
            presented(request, header).attachTo(request);
        }
        chain.doFilter(request, response);
    }

    private Presented presented(HttpServletRequest request, String header) {
        var text = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? TokenText.parse(header.substring(SCHEME.length()).strip()) : Optional.<TokenText>empty();
        var key = address.limited(request) ? address.of(request) : null;
        var refusal = key == null ? null : refusal(key);
        if (refusal != null) {
            return new Presented("", null, refusal);
        }
        try {
            var token = text.flatMap(tokens::find).orElseThrow(IdentityProblem.UnknownToken::new);
            return new Presented("token:" + token.id(), token.caller(clock.instant()), null);
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
