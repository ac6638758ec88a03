package io.wanqu.web;

import java.io.IOException;
import java.util.Locale;

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
 * Keeps bodies small where they are held in memory: everything from strangers, and JSON from everybody. What a shop
 * uploads as a stream has no limit here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 35)
class BodyLimit extends OncePerRequestFilter {

    private static final long UNLIMITED = Long.MAX_VALUE;

    private final ProblemAnswers answers;
    private final WebSettings settings;

    BodyLimit(ProblemAnswers answers, WebSettings settings) {
        this.answers = answers;
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var max = max(request);
        if (request.getContentLengthLong() > max) {
            answers.write(new WebProblem.BodyTooLarge(max), request, response);
        } else {
            chain.doFilter(max == UNLIMITED ? request : new LimitedRequest(request, max), response);
        }
    }

    private long max(HttpServletRequest request) {
        if (Presented.by(request).caller() == null) {
            return settings.bodyOfStrangersMax().toBytes();
        }
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).contains("json") ? settings.jsonBodyMax().toBytes() : UNLIMITED;
    }
}
