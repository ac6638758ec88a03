package io.wanqu.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.Problem;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Idempotent;
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
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Lets a request be repeated safely, as the IETF draft "The Idempotency-Key HTTP Header Field" describes it: the first
 * outcome under a key is given again. Refusals change nothing and are not kept, so the same key may try once more; an
 * unexpected failure is kept, because nobody knows how far it came.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class Idempotency extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("POST", "PUT", "DELETE");
    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "Location", "ETag", "Content-Language");
    private static final int KEY_MIN = 8;
    private static final int KEY_MAX = 200;
    private static final int BODY_BYTES_MAX = 1 << 20;
    private static final int UNEXPECTED = 500;

    private final RequestMappingHandlerMapping handlers;
    private final IdempotentAnswers stored;
    private final ProblemAnswers answers;
    private volatile @Nullable List<PathPattern> markedPaths;

    Idempotency(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers, IdempotentAnswers stored,
            ProblemAnswers answers) {
        this.handlers = handlers;
        this.stored = stored;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !METHODS.contains(request.getMethod()) || !request.getRequestURI().startsWith("/api/v1/") || !marked(request)
                || refused(Presented.by(request));
    }

    /** Who is signed in may still do what strangers may, though he is no shop's caller. */
    private static boolean refused(Presented presented) {
        return presented.refusal() != null && presented.owner().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var text = key(request);
            var body = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
            if (body.length > BODY_BYTES_MAX) {
                throw new WebProblem.BodyTooLarge(BODY_BYTES_MAX);
            }
            var presented = Presented.by(request);
            var shop = presented.caller() == null ? new ShopId(0) : presented.caller().shop();
            var key = new IdempotentAnswers.Key(shop, new Digest().text(presented.owner()).text(text).bytes());
            var answer = stored.begin(key, fingerprint(request, body));
            if (answer == null) {
                run(key, new ReadRequest(request, body), response, chain);
            } else {
                replay(answer, response);
            }
        } catch (Problem problem) {
            answers.write(problem, request, response);
        }
    }

    private void run(IdempotentAnswers.Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var recorded = new ContentCachingResponseWrapper(response);
        var ended = false;
        try {
            chain.doFilter(request, recorded);
            ended = true;
        } finally {
            if (ended && kept(recorded.getStatus())) {
                stored.finish(key, new IdempotentAnswers.Answer(recorded.getStatus(), headers(recorded), recorded.getContentAsByteArray()));
            } else if (ended) {
                stored.release(key);
            }
        }
        recorded.copyBodyToResponse();
    }

    private static boolean kept(int status) {
        return status < 400 || status == UNEXPECTED;
    }

    private static void replay(IdempotentAnswers.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(answer.body());
    }

    private static Map<String, String> headers(HttpServletResponse response) {
        var headers = new HashMap<String, String>();
        for (var name : KEPT_HEADERS) {
            var value = response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        if (response.getContentType() != null) {
            headers.put("Content-Type", response.getContentType());
        }
        return headers;
    }

    /** The secrets of an order belong to the request: a guessed key alone must not open another buyer's answer. */
    private static byte[] fingerprint(HttpServletRequest request, byte[] body) {
        return new Digest().text(request.getMethod()).text(request.getRequestURI()).text(request.getQueryString())
                .text(request.getHeader("Order-Password")).text(request.getHeader("Order-Token")).part(body).bytes();
    }

    /** The draft wants a quoted string; a bare one is taken as well. */
    private static String key(HttpServletRequest request) {
        var header = request.getHeader("Idempotency-Key");
        var text = header == null ? "" : header.strip();
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1);
        }
        if (text.length() < KEY_MIN || text.length() > KEY_MAX) {
            throw new KernelProblem.IdempotencyKeyMissing();
        }
        return text;
    }

    /** Most paths are no marked method's, and for them one look at few patterns spares the search through all. */
    private boolean marked(HttpServletRequest request) {
        try {
            var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
            if (markedPaths().stream().noneMatch(pattern -> pattern.matches(path))) {
                return false;
            }
            var chain = handlers.getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method && method.hasMethodAnnotation(Idempotent.class);
        } catch (Exception e) {
            return false;
        }
    }

    /** Read at the first request, because the mapping is filled after this filter is made. */
    private List<PathPattern> markedPaths() {
        var paths = markedPaths;
        if (paths == null) {
            paths = handlers.getHandlerMethods().entrySet().stream()
                    .filter(entry -> entry.getValue().hasMethodAnnotation(Idempotent.class))
                    .flatMap(entry -> Objects.requireNonNull(entry.getKey().getPathPatternsCondition()).getPatterns().stream())
                    .toList();
            markedPaths = paths;
        }
        return paths;
    }
}
