package io.wanqu.identity.session;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import io.wanqu.identity.secret.SecretText;
import io.wanqu.identity.secret.SecretText.Mark;
import io.wanqu.identity.watch.Origin;
import io.wanqu.kernel.http.ClientAddress;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** What the HTTP side of a log-in looks like: its cookies, its headers, and whether a page of ours sent the request. */
@Component
public class Visit {

    static final String CLIENT = "Wanqu-Client";
    /** A browser keeps such a cookie only from this very host, over https, for all paths; no other host of the domain can plant one. */
    private static final String OWN_HOST = "__Host-";
    private static final String SESSION_COOKIE = "wanqu_session";
    private static final String DEVICE_COOKIE = "wanqu_device";
    private static final String DEVICE_HEADER = "Wanqu-Device";
    private static final Duration DEVICE_KEPT = Duration.ofDays(400);
    private static final int AGENT_MAX = 200;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final ClientAddress addresses;
    private final SessionSettings settings;

    Visit(ClientAddress addresses, SessionSettings settings) {
        this.addresses = addresses;
        this.settings = settings;
    }

    Optional<SecretText> session(HttpServletRequest request) {
        return cookie(request, SESSION_COOKIE).flatMap(text -> SecretText.parse(Mark.SESSION, text));
    }

    void keepSession(HttpServletRequest request, HttpServletResponse response, SecretText text) {
        response.addHeader("Set-Cookie", cookie(request, SESSION_COOKIE, text.secret(), settings.longest()));
    }

    void forgetSession(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Set-Cookie", cookie(request, SESSION_COOKIE, "", Duration.ZERO));
    }

    /** Where the request comes from; a browser without a mark of its own is given one, that it may be known again. */
    public Origin origin(HttpServletRequest request, HttpServletResponse response) {
        var kind = kind(request);
        var device = device(request);
        if (device.isEmpty() && kind == Session.Kind.WEB) {
            device = Optional.of(SecretText.draw(Mark.DEVICE));
            response.addHeader("Set-Cookie", cookie(request, DEVICE_COOKIE, device.get().secret(), DEVICE_KEPT));
        }
        var address = addresses.of(request);
        return new Origin(kind == Session.Kind.PROGRAM, device.map(SecretText::secret).orElse("address:" + address), address, agent(request),
                addresses.limited(request));
    }

    /** Whether whoever sent it can be held to have meant it: a page of this origin, or a program that keeps no cookies. */
    boolean meant(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod())) {
            return true;
        }
        return request.getHeader(CLIENT) != null && sentByOwnPage(request);
    }

    /** What browsers say of where a request comes from, which no page can make them say. */
    public boolean sentByOwnPage(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        if (origin != null && !own(origin, request.getHeader("Host"))) {
            return false;
        }
        return site == null ? origin != null : site.equals("same-origin");
    }

    /** Where there is no session yet, a page of another site could sign its visitor in as somebody else. */
    public void mustBeMeant(HttpServletRequest request) {
        if (kind(request) == Session.Kind.WEB && !meant(request)) {
            throw new SessionProblem.CrossSite();
        }
    }

    /** Programs say so, and are given the secret instead of a cookie. */
    Session.Kind kind(HttpServletRequest request) {
        return "program".equals(request.getHeader(CLIENT)) ? Session.Kind.PROGRAM : Session.Kind.WEB;
    }

    private boolean own(String origin, @Nullable String host) {
        try {
            var from = URI.create(origin);
            return from.getAuthority() != null && (from.getAuthority().equalsIgnoreCase(host) || origin.equalsIgnoreCase(settings.publicUrl()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<SecretText> device(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(DEVICE_HEADER)).or(() -> cookie(request, DEVICE_COOKIE))
                .flatMap(text -> SecretText.parse(Mark.DEVICE, text));
    }

    private static String agent(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        var text = agent == null ? "" : agent.replaceAll("\\p{Cntrl}", " ");
        return text.length() <= AGENT_MAX ? text : text.substring(0, AGENT_MAX);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        var own = named(request, name);
        return cookies == null ? Optional.empty()
                : Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(own)).findFirst().map(Cookie::getValue);
    }

    private static String cookie(HttpServletRequest request, String name, String value, Duration kept) {
        return ResponseCookie.from(named(request, name), value).path("/").httpOnly(true).sameSite("Lax").maxAge(kept).secure(secure(request)).build().toString();
    }

    /** By plain http, which is for trying things out on one's own machine, no browser would keep the prefix. */
    private static String named(HttpServletRequest request, String name) {
        return secure(request) ? OWN_HOST + name : name;
    }

    private static boolean secure(HttpServletRequest request) {
        return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }
}
