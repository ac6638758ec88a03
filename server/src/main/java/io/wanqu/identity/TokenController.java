package io.wanqu.identity;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A shop's own tokens; nobody can grant what he does not hold himself. */
@RestController
class TokenController {

    private static final String SCOPES = Arrays.stream(Scope.values()).map(Scope::text).collect(Collectors.joining(", "));

    private final IssueToken issueToken;
    private final Tokens tokens;
    private final KnownTokens known;
    private final ShopScope scope;
    private final Clock clock;
    private final Trail trail;

    TokenController(IssueToken issueToken, Tokens tokens, KnownTokens known, ShopScope scope, Clock clock, Trail trail) {
        this.issueToken = issueToken;
        this.tokens = tokens;
        this.known = known;
        this.scope = scope;
        this.clock = clock;
        this.trail = trail;
    }

    @PostMapping("/api/v1/tokens")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<IssuedResponse> issue(Caller caller, @RequestBody Request request) {
        var shop = caller.must(Scope.SHOP_WRITE);
        caller.mustBeFresh();
        var scopes = scopes(Require.items("/scopes", request.scopes, 1, Scope.values().length));
        scopes.stream().filter(scope -> !caller.scopes().contains(scope)).findFirst().ifPresent(scope -> {
            throw new IdentityProblem.ScopeNotHeld(scope);
        });
        var issued = issueToken.draw(shop, request.name == null ? "" : request.name, scopes, holder(caller, request), request.expiresAt);
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + issued.token().id()))
                .body(new IssuedResponse(issued.text().secret(), Response.of(issued.token())));
    }

    /** A token is its issuer's and ends with his place in the shop, unless somebody who may do everything gives it to the shop. */
    private static @Nullable AccountId holder(Caller caller, Request request) {
        if (Boolean.TRUE.equals(request.shops)) {
            Arrays.stream(Scope.values()).filter(scope -> !caller.scopes().contains(scope)).findFirst().ifPresent(scope -> {
                throw new IdentityProblem.ScopeNotHeld(scope);
            });
            return null;
        }
        return caller.account();
    }

    @GetMapping("/api/v1/tokens")
    Page<Response> list(Caller caller, @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        var shop = caller.must(Scope.SHOP_WRITE);
        var ask = PageAsk.of(after, limit);
        var page = Page.of(scope.in(shop, () -> tokens.list(shop, ask.before(), ask.limit() + 1)), ask.limit(), Token::id);
        return new Page<>(page.items().stream().map(Response::of).toList(), page.next());
    }

    @DeleteMapping("/api/v1/tokens/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable long token) {
        var shop = caller.must(Scope.SHOP_WRITE);
        if (!scope.in(shop, () -> revoked(shop, token))) {
            throw new IdentityProblem.NoSuchToken(token);
        }
        known.forget(token);
    }

    private boolean revoked(ShopId shop, long token) {
        var revoked = tokens.revoke(shop, token, clock.instant());
        if (revoked) {
            trail.note(Note.of(shop, "token.revoked", "token", token));
        }
        return revoked;
    }

    private static Set<Scope> scopes(List<String> texts) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            var field = "/scopes/" + i;
            scopes.add(Arrays.stream(Scope.values()).filter(scope -> scope.text().equals(text)).findFirst()
                    .orElseThrow(() -> new KernelProblem.InvalidValue(field, "one of " + SCOPES)));
        }
        return scopes;
    }

    /** @param shops whether it shall outlive its issuer's place in the shop */
    record Request(@Nullable String name, @Nullable List<String> scopes, @Nullable Instant expiresAt, @Nullable Boolean shops) {
    }

    /** @param token the text, told this once */
    record IssuedResponse(String token, Response details) {

        @Override
        public String toString() {
            return "IssuedResponse[" + details + "]";
        }
    }

    /** @param account whose token it is; absent for one of the shop */
    record Response(String id, String name, List<String> scopes, @Nullable AccountId account, Instant createdAt, @Nullable Instant expiresAt,
            @Nullable Instant revokedAt, @Nullable Instant lastUsedAt) {

        static Response of(Token token) {
            return new Response(Long.toString(token.id()), token.name(), token.scopes().stream().map(Scope::text).sorted().toList(),
                    token.account(), token.createdAt(), token.expiresAt(), token.revokedAt(), token.lastUsedAt());
        }
    }
}
