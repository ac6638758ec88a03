package io.wanqu.identity.staff;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives somebody other work in a shop, or none any more. Nobody touches who may do more than himself, and a shop keeps an owner
 * whoever asks for what at the same moment.
 */
@Component
class ChangeStaff {

    private final StaffTable table;
    private final OwnRoles roles;
    private final KnownStaff known;
    private final EndsTokens tokens;
    private final ShopScope scope;
    private final Trail trail;

    ChangeStaff(StaffTable table, OwnRoles roles, KnownStaff known, EndsTokens tokens, ShopScope scope, Trail trail) {
        this.table = table;
        this.roles = roles;
        this.known = known;
        this.tokens = tokens;
        this.scope = scope;
        this.trail = trail;
    }

    List<StaffMember> of(ShopId shop) {
        return scope.in(shop, () -> table.of(shop));
    }

    /** Checks that the caller may give this place; answers the role. */
    OwnRoles.Named mayGive(Caller caller, String role, @Nullable Set<ChannelId> channels) {
        var named = roles.must(caller.shop(), role);
        if (isTop(role)) {
            mustBeOwner(caller);
        } else {
            OwnRoles.mustHold(caller, named.scopes());
        }
        if (channels != null && isTop(role)) {
            throw new StaffProblem.OwnersOnly();
        }
        return named;
    }

    StaffMember change(Caller caller, AccountId account, String role, @Nullable Set<ChannelId> channels) {
        var shop = caller.must(Scope.SHOP_WRITE);
        return scope.in(shop, () -> {
            var owners = table.lockOwners(shop);
            var before = touched(caller, account);
            mayGive(caller, role, channels);
            if (!isTop(role)) {
                mustStay(owners, before);
            }
            table.change(shop, account, role, channels);
            tokens.of(shop, account);
            known.forgetAfterCommit(account);
            var after = table.find(shop, account).orElseThrow();
            trail.note(Note.of(shop, "staff.changed", "account", account.value()).before(content(before)).after(content(after)));
            return after;
        });
    }

    /** Whoever goes takes nothing with him: tokens that he issued end too. One may always go oneself, but for the last owner. */
    void remove(Caller caller, AccountId account) {
        var shop = caller.shop();
        if (!account.equals(caller.account())) {
            caller.must(Scope.SHOP_WRITE);
        }
        scope.in(shop, () -> {
            var owners = table.lockOwners(shop);
            var before = touched(caller, account);
            mustStay(owners, before);
            table.remove(shop, account);
            tokens.of(shop, account);
            known.forgetAfterCommit(account);
            trail.note(Note.of(shop, "staff.removed", "account", account.value()).before(content(before)));
            return shop;
        });
    }

    private StaffMember touched(Caller caller, AccountId account) {
        var member = table.find(caller.shop(), account).orElseThrow(StaffProblem.NoSuchStaff::new);
        if (!account.equals(caller.account())) {
            if (member.top()) {
                mustBeOwner(caller);
            }
            OwnRoles.mustHold(caller, member.scopes());
        }
        return member;
    }

    private static void mustStay(Set<AccountId> owners, StaffMember member) {
        if (owners.equals(Set.of(member.account()))) {
            throw new StaffProblem.LastOwner();
        }
    }

    /** A token is not a person and makes no owners. */
    private void mustBeOwner(Caller caller) {
        var account = caller.account();
        if (account == null || table.find(caller.shop(), account).filter(StaffMember::top).isEmpty()) {
            throw new StaffProblem.OwnersOnly();
        }
    }

    private static boolean isTop(String role) {
        return role.equals(Role.OWNER.text()) || role.equals(Role.OPERATOR.text());
    }

    private static Map<String, Object> content(StaffMember member) {
        var channels = member.channels();
        return Map.of("role", member.role(), "channels", channels == null ? "all" : channels);
    }
}
