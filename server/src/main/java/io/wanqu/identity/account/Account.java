package io.wanqu.identity.account;

import java.time.Instant;

import io.wanqu.kernel.AccountId;

import org.jspecify.annotations.Nullable;

/**
 * A person's account.
 *
 * @param password its hash; null for one who signs in by other means
 */
public record Account(AccountId id, String name, @Nullable Contact mail, @Nullable Contact phone, @Nullable String password,
        Instant createdAt) {

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
