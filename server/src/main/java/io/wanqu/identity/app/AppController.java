package io.wanqu.identity.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.identity.secret.SecretText;
import io.wanqu.identity.secret.SecretText.Mark;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Programs that may ask to be let in: the platform registers those of partners, a shop its own. */
@RestController
class AppController {

    private static final int NAME_MAX = 60;
    private static final int URIS_MAX = 10;
    private static final int URI_LENGTH_MAX = 500;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Apps apps;
    private final Ids ids;
    private final Clock clock;

    AppController(Apps apps, Ids ids, Clock clock) {
        this.apps = apps;
        this.ids = ids;
        this.clock = clock;
    }

    @PostMapping("/api/v1/apps")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    IssuedResponse register(Caller caller, @RequestBody Request request) {
        var shop = caller.must(Scope.SHOP_WRITE);
        caller.mustBeFresh();
        var id = ids.next();
        var secret = Boolean.TRUE.equals(request.keepsNoSecret) ? null : SecretText.draw(Mark.CLIENT);
        var uris = request.redirectUris == null ? List.<String>of() : Require.items("/redirectUris", request.redirectUris, 0, URIS_MAX);
        for (var i = 0; i < uris.size(); i++) {
            checkUri("/redirectUris/" + i, uris.get(i));
        }
        if (uris.isEmpty() && (secret == null || shop.equals(ShopId.PLATFORM))) {
            throw new KernelProblem.InvalidValue("/redirectUris", "at least one address, where people must be asked");
        }
        var app = new App(shop, id, "app-" + id, secret == null ? null : Grants.hash(secret.secret()), Require.text("/name", request.name, 1, NAME_MAX),
                List.copyOf(uris), scopes(caller, Require.items("/scopes", request.scopes, 1, Scope.values().length)), clock.instant());
        apps.add(app);
        return new IssuedResponse(secret == null ? null : secret.secret(), Response.of(app));
    }

    @GetMapping("/api/v1/apps")
    List<Response> list(Caller caller) {
        return apps.of(caller.must(Scope.SHOP_WRITE)).stream().map(Response::of).toList();
    }

    /** Its tokens end with it. */
    @DeleteMapping("/api/v1/apps/{app}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable String app) {
        var shop = caller.must(Scope.SHOP_WRITE);
        var id = Id.parse("app", app);
        if (!apps.revoke(shop, id, clock.instant())) {
            throw new AppProblem.UnknownApp(id);
        }
    }

    /** Encrypted, or on the very machine of who develops; nothing that runs in our page, and nothing that can be bent. */
    private static void checkUri(String field, String text) {
        try {
            var uri = new URI(text);
            var safe = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost());
            if (text.length() <= URI_LENGTH_MAX && safe && uri.getHost() != null && uri.getFragment() == null && uri.getUserInfo() == null) {
                return;
            }
        } catch (URISyntaxException e) {
            // falls through to the refusal, which says more
        }
        throw new KernelProblem.InvalidValue(field, "an https address without fragment and user");
    }

    private static Set<Scope> scopes(Caller caller, List<String> texts) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            var field = "/scopes/" + i;
            var scope = Arrays.stream(Scope.values()).filter(each -> each.text().equals(text)).findFirst()
                    .orElseThrow(() -> new KernelProblem.InvalidValue(field, "a scope such as orders:read"));
            scopes.add(caller.scopes().contains(scope) ? scope : refused(field));
        }
        return scopes;
    }

    private static Scope refused(String field) {
        throw new KernelProblem.InvalidValue(field, "a scope that you hold yourself");
    }

    /** @param keepsNoSecret for programs on people's own devices */
    record Request(@Nullable String name, @Nullable List<String> redirectUris, @Nullable List<String> scopes, @Nullable Boolean keepsNoSecret) {
    }

    /** @param clientSecret told this once */
    record IssuedResponse(@Nullable String clientSecret, Response details) {

        @Override
        public String toString() {
            return "IssuedResponse[" + details + "]";
        }
    }

    record Response(String id, String clientId, String name, List<String> redirectUris, List<String> scopes, Instant createdAt) {

        static Response of(App app) {
            return new Response(Long.toString(app.id()), app.clientId(), app.name(), app.redirectUris(),
                    app.scopes().stream().map(Scope::text).sorted().collect(Collectors.toList()), app.createdAt());
        }
    }
}
