package io.wanqu.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;

import io.wanqu.identity.secret.SecretText;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Issues a token to a shop; its text is told once and kept only as a hash. */
@Component
public class IssueToken {

    private static final int NAME_MAX = 60;

    private final Tokens tokens;
    private final Ids ids;
    private final Clock clock;
    private final ShopScope scope;
    private final Trail trail;

    IssueToken(Tokens tokens, Ids ids, Clock clock, ShopScope scope, Trail trail) {
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
        this.scope = scope;
        this.trail = trail;
    }

    public String issue(ShopId shop, String name, Set<Scope> scopes, @Nullable Instant expires) {
        return draw(shop, name, scopes, null, expires).text.secret();
    }

    /** @param holder whose place in the shop it needs; null for a token of the shop itself */
    Issued draw(ShopId shop, String name, Set<Scope> scopes, @Nullable AccountId holder, @Nullable Instant expires) {
        if (scopes.isEmpty()) {
            throw new KernelProblem.InvalidValue("/scopes", "at least one scope");
        }
        if (expires != null && !expires.isAfter(clock.instant())) {
            throw new KernelProblem.InvalidValue("/expiresAt", "a time to come");
        }
        var text = SecretText.draw(SecretText.Mark.TOKEN);
        var token = new Token(shop, ids.next(), Require.text("/name", name, 1, NAME_MAX), Set.copyOf(scopes), holder,
                clock.instant(), expires, null, null);
        return scope.in(shop, () -> {
            tokens.add(token, text.hash());
            trail.note(Note.of(shop, "token.issued", "token", token.id()).after(new Granted(token.name(), token.scopes(), expires)));
            return new Issued(token, text);
        });
    }

    private record Granted(String name, Set<Scope> scopes, @Nullable Instant expires) {
    }

    record Issued(Token token, SecretText text) {
    }
}
