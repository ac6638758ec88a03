package io.wanqu.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

import io.wanqu.kernel.http.ClientAddress;
import io.wanqu.kernel.http.Limiter;
import io.wanqu.kernel.http.Presented;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds back who asks too often, by token or else by address, and says in every answer how much is left, in the headers
 * of the IETF draft "RateLimit header fields for HTTP", version 10.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class RateLimit extends OncePerRequestFilter {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final ClientAddress address;
    private final ProblemAnswers answers;
    private final Quota ofToken;
    private final Quota ofAddress;

    RateLimit(ClientAddress address, ProblemAnswers answers, WebSettings settings, Clock clock) {
        this.address = address;
        this.answers = answers;
        this.ofToken = Quota.of("token", settings.requestsPerMinuteOfToken(), clock);
        this.ofAddress = Quota.of("address", settings.requestsPerMinuteOfAddress(), clock);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/") || !address.limited(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var owner = Presented.by(request).owner();
        var quota = owner.isEmpty() ? ofAddress : ofToken;
        var outcome = quota.limiter.take(owner.isEmpty() ? address.of(request) : owner);
        response.setHeader("RateLimit-Policy", quota.policy);
        response.setHeader("RateLimit", '"' + quota.name + "\";r=" + outcome.remaining() + ";t=" + outcome.resetSeconds());
        if (outcome.allowed()) {
            chain.doFilter(request, response);
        } else {
            answers.write(new WebProblem.TooManyRequests(outcome.retryAfterSeconds()), request, response);
        }
    }

    private record Quota(String name, String policy, Limiter limiter) {

        static Quota of(String name, int permits, Clock clock) {
            return new Quota(name, '"' + name + "\";q=" + permits + ";w=" + PERIOD.toSeconds(), new Limiter(permits, PERIOD, clock));
        }
    }
}
