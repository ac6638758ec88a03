package io.wanqu.identity.app;

import java.time.Instant;
import java.util.Set;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;

/**
 * What a program may do in a shop, as it is kept.
 *
 * @param account who has let it in; null where the program belongs to the shop and speaks for itself
 */
record Grant(ShopId shop, String id, long app, @Nullable AccountId account, String kind, Set<String> scopes, @Nullable String request,
        byte @Nullable [] state, Secret code, Secret access, Secret refresh, int version) {

    /**
     * A code or token that was given out; all null before that.
     *
     * @param over whether it was used up or taken back
     */
    record Secret(byte @Nullable [] hash, @Nullable Instant issuedAt, @Nullable Instant expiresAt, boolean over) {

        static final Secret NONE = new Secret(null, null, null, false);
    }
}
