package io.wanqu.identity;

import java.time.Instant;
import java.util.Set;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;

/** A token as it is kept: everything but its text. */
record Token(ShopId shop, long id, String name, Set<Scope> scopes, Instant createdAt, @Nullable Instant expiresAt,
        @Nullable Instant revokedAt, @Nullable Instant lastUsedAt) {

    Caller caller(Instant now) {
        if (revokedAt != null) {
            throw new IdentityProblem.RevokedToken();
        }
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            throw new IdentityProblem.ExpiredToken();
        }
        return new Caller(shop, name, scopes);
    }
}
