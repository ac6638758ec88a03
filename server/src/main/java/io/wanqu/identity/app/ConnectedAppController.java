package io.wanqu.identity.app;

import java.time.Clock;
import java.util.List;

import io.wanqu.identity.session.SignedIn;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The programs that a person has let into his shops, and the end of it. */
@RestController
class ConnectedAppController {

    private final GrantTable grants;
    private final Apps apps;
    private final KnownGrants known;
    private final Clock clock;

    ConnectedAppController(GrantTable grants, Apps apps, KnownGrants known, Clock clock) {
        this.grants = grants;
        this.apps = apps;
        this.known = known;
        this.clock = clock;
    }

    @GetMapping("/api/v1/account/apps")
    List<Response> list(HttpServletRequest request) {
        return grants.of(SignedIn.by(request).account(), clock.instant()).stream()
                .flatMap(grant -> apps.byId(grant.app()).stream().map(app ->
                        new Response(grant.id(), app.name(), grant.shop().text(), grant.scopes().stream().sorted().toList())))
                .toList();
    }

    @DeleteMapping("/api/v1/account/apps/{grant}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(HttpServletRequest request, @PathVariable String grant) {
        if (!grants.remove(SignedIn.by(request).account(), grant)) {
            throw new AppProblem.NothingAsked();
        }
        known.forget(grant);
    }

    /** A program that was let in. */
    record Response(String id, String name, String shop, List<String> scopes) {
    }
}
