package io.wanqu.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.wanqu.kernel.Json;
import io.wanqu.kernel.Problem;
import io.wanqu.kernel.http.Refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns a problem into an answer as RFC 9457 describes it; the only place that gives a kind its status. */
@Component
class ProblemAnswers {

    private final ProblemTitles titles;

    ProblemAnswers(ProblemTitles titles) {
        this.titles = titles;
    }

    ResponseEntity<Map<String, Object>> answer(Problem problem, HttpServletRequest request) {
        var language = language(request);
        return ResponseEntity.status(HttpStatusCode.valueOf(status(problem)))
                .headers(headers(problem, language))
                .body(body(problem, request, language));
    }

    /** For filters, which stand outside the dispatcher. */
    void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var language = language(request);
        response.setStatus(status(problem));
        headers(problem, language).forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream().write(Json.write(body(problem, request, language)).getBytes(StandardCharsets.UTF_8));
    }

    static int status(Problem problem) {
        if (problem instanceof WebProblem web) {
            return web.status();
        }
        return switch (problem.kind()) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case INVALID -> 422;
            case LIMITED -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    private Map<String, Object> body(Problem problem, HttpServletRequest request, Locale language) {
        Refusal.note(request, problem.code());
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "/problems/" + problem.code());
        body.put("title", titles.title(problem.code(), language));
        body.put("status", status(problem));
        body.put("detail", titles.detail(problem, language));
        body.put("instance", request.getRequestURI());
        body.put("code", problem.code());
        problem.facts().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(fact -> body.putIfAbsent(fact.getKey(), fact.getValue()));
        body.put("traceId", RequestId.of(request));
        return body;
    }

    private static HttpHeaders headers(Problem problem, Locale language) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(language);
        headers.setCacheControl("no-store");
        switch (status(problem)) {
            case 401 -> headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"wanqu\"");
            case 405 -> headers.set(HttpHeaders.ALLOW, String.valueOf(problem.facts().get("allowed")));
            case 429, 503 -> headers.set(HttpHeaders.RETRY_AFTER,
                    String.valueOf(problem.facts().getOrDefault("retryAfterSeconds", 1)));
            default -> { }
        }
        return headers;
    }

    private static Locale language(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return accepted == null ? Locale.ENGLISH : ProblemTitles.language(accepted);
    }
}
