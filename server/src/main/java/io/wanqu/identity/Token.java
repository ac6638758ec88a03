package io.wanqu.identity;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.identity.staff.StaffMember;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;

/**
 * A token as it is kept: everything but its text.
 *
 * @param account whose place in the shop it needs; null for a token of the shop itself
 */
record Token(ShopId shop, long id, String name, Set<Scope> scopes, @Nullable AccountId account, Instant createdAt, @Nullable Instant expiresAt,
        @Nullable Instant revokedAt, @Nullable Instant lastUsedAt) {

    /** @param places where its account works: a token can never do more than its holder may at this moment */
    Caller caller(Instant now, List<StaffMember> places) {
        if (revokedAt != null) {
            throw new IdentityProblem.RevokedToken();
        }
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            throw new IdentityProblem.ExpiredToken();
        }
        if (account == null) {
            return new Caller(shop, name, scopes);
        }
        var place = places.stream().filter(member -> member.shop().equals(shop)).findFirst().orElseThrow(IdentityProblem.RevokedToken::new);
        var held = scopes.stream().filter(place.scopes()::contains).collect(Collectors.toUnmodifiableSet());
        return new Caller(shop, name, held, account, place.channels(), true);
    }
}
