package io.wanqu.identity.app;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.identity.account.Accounts;
import io.wanqu.identity.session.Session;
import io.wanqu.identity.session.SignedIn;
import io.wanqu.identity.session.Visit;
import io.wanqu.identity.staff.KnownStaff;
import io.wanqu.identity.staff.StaffMember;
import io.wanqu.identity.watch.Alert;
import io.wanqu.identity.watch.Alerts;
import io.wanqu.kernel.ShopId;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the library's own filters: tells them who is signed in, sends strangers to log in first, and settles which
 * shop it is about. The consent must come from our own page.
 */
@Component
class AppDoor extends OncePerRequestFilter {

    private static final String AUTHORIZE = "/oauth2/authorize";
    private static final String LOG_IN = "/console/login?next=";

    private final Visit visit;
    private final KnownStaff staff;
    private final Apps apps;
    private final Accounts people;
    private final Alerts alerts;
    private final AuthorizationServerContext server;

    AppDoor(Visit visit, KnownStaff staff, Apps apps, Accounts people, Alerts alerts, AppSettings settings) {
        this.visit = visit;
        this.staff = staff;
        this.apps = apps;
        this.people = people;
        this.alerts = alerts;
        this.server = new Server(AuthorizationServerSettings.builder().issuer(settings.issuer()).build());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        AuthorizationServerContextHolder.setContext(server);
        try {
            var session = SignedIn.any(request);
            if (!request.getRequestURI().equals(AUTHORIZE)) {
                chain.doFilter(request, response);
            } else if (session == null || session.state() != Session.State.OPEN) {
                askToLogIn(request, response);
            } else {
                authorize(request, response, chain, session);
            }
        } finally {
            AuthorizationServerContextHolder.resetContext();
            SecurityContextHolder.clearContext();
        }
    }

    private void authorize(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Session session)
            throws ServletException, IOException {
        SecurityContextHolder.setContext(new SecurityContextImpl(GrantForm.principal(session.account())));
        if (request.getMethod().equals("POST")) {
            if (visit.sentByOwnPage(request)) {
                chain.doFilter(request, response);
                tellOwner(request, response, session);
            } else {
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            }
            return;
        }
        var app = request.getParameter("client_id") == null ? null : apps.byClientId(request.getParameter("client_id")).orElse(null);
        var places = staff.of(session.account()).stream()
                .filter(place -> !place.shop().equals(ShopId.PLATFORM) && (app == null || app.mayAsk(place.shop()))).toList();
        var chosen = chosen(places, request.getParameter(GrantForm.SHOP));
        if (chosen != null) {
            chain.doFilter(new ForShop(request, chosen), response);
        } else if (places.isEmpty() || request.getParameter(GrantForm.SHOP) != null) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            request.getRequestDispatcher(ConsentController.CHOICE).forward(request, response);
        }
    }

    private void tellOwner(HttpServletRequest request, HttpServletResponse response, Session session) {
        var location = response.getHeader("Location");
        if (location != null && location.contains("code=")) {
            people.find(session.account()).ifPresent(account -> alerts.raise(account, Alert.APP_ALLOWED, visit.origin(request, response)));
        }
    }

    private static @Nullable ShopId chosen(List<StaffMember> places, @Nullable String asked) {
        if (asked == null) {
            return places.size() == 1 ? places.getFirst().shop() : null;
        }
        return places.stream().map(StaffMember::shop).filter(shop -> shop.text().equals(asked)).findFirst().orElse(null);
    }

    /** Back to the very same question, which is a path of ours. */
    private static void askToLogIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var query = request.getQueryString();
        var here = AUTHORIZE + (query == null ? "" : "?" + query);
        response.sendRedirect(LOG_IN + URLEncoder.encode(here, StandardCharsets.UTF_8));
    }

    private record Server(AuthorizationServerSettings settings) implements AuthorizationServerContext {

        @Override
        public String getIssuer() {
            return String.valueOf(settings.getIssuer());
        }

        @Override
        public AuthorizationServerSettings getAuthorizationServerSettings() {
            return settings;
        }
    }

    /** The request with the shop in it, where the person has one alone and the program does not know it. */
    private static final class ForShop extends HttpServletRequestWrapper {

        private final Map<String, String[]> parameters;

        ForShop(HttpServletRequest request, ShopId shop) {
            super(request);
            var all = new HashMap<>(request.getParameterMap());
            all.put(GrantForm.SHOP, new String[] {shop.text()});
            this.parameters = Collections.unmodifiableMap(all);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public String getQueryString() {
            var query = super.getQueryString();
            return super.getParameter(GrantForm.SHOP) == null ? query + "&" + GrantForm.SHOP + "=" + parameters.get(GrantForm.SHOP)[0] : query;
        }
    }
}
