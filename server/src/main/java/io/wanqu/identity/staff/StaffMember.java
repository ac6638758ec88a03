package io.wanqu.identity.staff;

import java.time.Instant;
import java.util.Set;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's place in a shop.
 *
 * @param role     of the house, or of the shop's own making
 * @param scopes   what the role may do now
 * @param channels what he is limited to; null means all of them
 */
public record StaffMember(ShopId shop, AccountId account, String role, Set<Scope> scopes, @Nullable Set<ChannelId> channels, Instant addedAt) {

    static final String TOP = "('owner', 'operator')";

    /** Whether the place is one of those of which the last can't be given up. */
    boolean top() {
        return role.equals(Role.OWNER.text()) || role.equals(Role.OPERATOR.text());
    }
}
