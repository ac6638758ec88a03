package io.wanqu.identity.staff;

import java.util.Set;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's place in a shop.
 *
 * @param channels what he is limited to; null means all of them
 */
public record StaffMember(ShopId shop, AccountId account, Role role, @Nullable Set<ChannelId> channels) {
}
