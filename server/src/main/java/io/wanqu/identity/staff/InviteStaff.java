package io.wanqu.identity.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import io.wanqu.identity.account.Contact;
import io.wanqu.identity.secret.SecretText;
import io.wanqu.identity.secret.SecretText.Mark;
import io.wanqu.identity.staff.Invitations.Invitation;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.message.Outbox;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends somebody a link by which he comes to work for a shop: it opens once, and only for a week. */
@Component
class InviteStaff {

    private static final Duration OPEN_FOR = Duration.ofDays(7);

    private final Invitations invitations;
    private final ChangeStaff changeStaff;
    private final StaffTable table;
    private final KnownStaff known;
    private final Outbox outbox;
    private final Desk desk;

    InviteStaff(Invitations invitations, ChangeStaff changeStaff, StaffTable table, KnownStaff known, Outbox outbox, Desk desk) {
        this.invitations = invitations;
        this.changeStaff = changeStaff;
        this.table = table;
        this.known = known;
        this.outbox = outbox;
        this.desk = desk;
    }

    /** @param page where the link leads; the secret stands behind its fragment, so that it is in no log of a server */
    @Transactional
    Invitation invite(Caller caller, Contact to, String role, @Nullable Set<ChannelId> channels, String page) {
        var shop = caller.must(Scope.SHOP_WRITE);
        var now = desk.clock.instant();
        var secret = SecretText.draw(Mark.LINK);
        var invitation = new Invitation(shop, desk.ids.next(), to.masked(), role, channels, caller.name(), now, now.plus(OPEN_FOR));
        desk.scope.in(shop, () -> {
            changeStaff.mayGive(caller, role, channels);
            invitations.add(invitation, secret.hash(), caller.account());
            desk.trail.note(Note.of(shop, "staff.invited", "invitation", invitation.id()).after(Map.of("role", role)));
            return invitation;
        });
        outbox.add(to.message("邀请您加入店铺 / An invitation to work for a shop",
                "%s 邀请您加入店铺，链接 7 天内有效且只能使用一次。%n%s invites you to work for a shop. The link opens once, within seven days:%n%s#%s"
                        .formatted(caller.name(), caller.name(), page, secret.secret())));
        return invitation;
    }

    @Transactional
    void withdraw(Caller caller, long id) {
        var shop = caller.must(Scope.SHOP_WRITE);
        desk.scope.in(shop, () -> {
            if (!invitations.withdraw(shop, id)) {
                throw new StaffProblem.NoInvitation();
            }
            desk.trail.note(Note.of(shop, "staff.invitation-withdrawn", "invitation", id));
            return shop;
        });
    }

    @Transactional
    Invitation accept(AccountId account, String text) {
        var invitation = SecretText.parse(Mark.LINK, text).flatMap(secret -> invitations.find(secret.hash()))
                .filter(it -> desk.clock.instant().isBefore(it.until()))
                .orElseThrow(StaffProblem.NoInvitation::new);
        if (!invitations.accept(invitation, account)) {
            throw new StaffProblem.NoInvitation();
        }
        if (!table.add(invitation.shop(), account, invitation.role(), invitation.channels())) {
            throw new StaffProblem.AlreadyStaff();
        }
        known.forgetAfterCommit(account);
        desk.trail.note(Note.of(invitation.shop(), "staff.joined", "account", account.value())
                .after(Map.of("role", invitation.role(), "invitation", Long.toString(invitation.id()))));
        return invitation;
    }

    /** Numbers, time, the scope of a shop and its trail. */
    @Component
    static class Desk {

        private final Ids ids;
        private final Clock clock;
        private final ShopScope scope;
        private final Trail trail;

        Desk(Ids ids, Clock clock, ShopScope scope, Trail trail) {
            this.ids = ids;
            this.clock = clock;
            this.scope = scope;
            this.trail = trail;
        }
    }
}
