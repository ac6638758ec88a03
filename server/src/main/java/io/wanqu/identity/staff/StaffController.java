package io.wanqu.identity.staff;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.wanqu.identity.account.Account;
import io.wanqu.identity.account.Accounts;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who works for a shop, or for the platform, and as what. */
@RestController
class StaffController {

    static final int CHANNELS_MAX = 50;

    private final ChangeStaff changeStaff;
    private final Accounts accounts;

    StaffController(ChangeStaff changeStaff, Accounts accounts) {
        this.changeStaff = changeStaff;
        this.accounts = accounts;
    }

    @GetMapping("/api/v1/staff")
    List<Response> list(Caller caller) {
        return changeStaff.of(caller.must(Scope.SHOP_WRITE)).stream().map(this::response).toList();
    }

    @PutMapping("/api/v1/staff/{account}")
    Response change(Caller caller, @PathVariable AccountId account, @RequestBody Request request) {
        caller.must(Scope.SHOP_WRITE);
        caller.mustBeFresh();
        return response(changeStaff.change(caller, account, Require.text("/role", request.role, 2, 40), channels(request.channels)));
    }

    /** The place of somebody else, or one's own. */
    @DeleteMapping("/api/v1/staff/{account}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable AccountId account) {
        if (!account.equals(caller.account())) {
            caller.must(Scope.SHOP_WRITE);
            caller.mustBeFresh();
        }
        changeStaff.remove(caller, account);
    }

    /** Left out means all channels. */
    static @Nullable Set<ChannelId> channels(@Nullable List<ChannelId> wanted) {
        return wanted == null ? null : new HashSet<>(Require.items("/channels", wanted, 1, CHANNELS_MAX));
    }

    private Response response(StaffMember member) {
        var account = accounts.find(member.account());
        return new Response(member.account(), account.map(Account::name).orElse(""), member.role(),
                member.scopes().stream().map(Scope::text).sorted().toList(), sorted(member.channels()), member.addedAt());
    }

    static @Nullable Set<String> sorted(@Nullable Set<ChannelId> channels) {
        return channels == null ? null : new TreeSet<>(channels.stream().map(ChannelId::text).toList());
    }

    record Request(@Nullable String role, @Nullable List<ChannelId> channels) {
    }

    /** @param channels what he is limited to; absent for all */
    record Response(AccountId account, String name, String role, List<String> scopes, @Nullable Set<String> channels, Instant addedAt) {
    }
}
