package io.wanqu.web.header;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No answer is guessed to be something else, none of the API is a page or a part of one, and whoever came by TLS stays with it.
 * Pages have policies of their own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class SafeHeaders extends OncePerRequestFilter {

    private static final String A_YEAR_AND_BELOW = "max-age=31536000; includeSubDomains";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Strict-Transport-Security", A_YEAR_AND_BELOW);
        if (request.getRequestURI().startsWith("/api/") || request.getRequestURI().equals("/openapi.json")) {
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        }
        chain.doFilter(request, response);
    }
}
