package io.wanqu.shop.transfer;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import io.wanqu.identity.account.Contact;
import io.wanqu.identity.secret.SecretText;
import io.wanqu.identity.secret.SecretText.Mark;
import io.wanqu.identity.staff.Holdings;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Buyer;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.shop.ShopProblem;
import io.wanqu.shop.ShopSettings;
import io.wanqu.shop.opening.MayHold;
import io.wanqu.shop.sharing.ShareThings;
import io.wanqu.shop.transfer.Transfers.Transfer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a shop to somebody else. The owner offers it to one mail address or phone number; only who has it, and the link, and has
 * just proved who he is, takes it over. From that moment the old owner and all tokens have nothing to do with the shop any more.
 */
@Component
class TransferShop {

    private final Transfers transfers;
    private final Holdings holdings;
    private final MayHold mayHold;
    private final ShareThings shareThings;
    private final Trail trail;
    private final Desk desk;

    TransferShop(Transfers transfers, Holdings holdings, MayHold mayHold, ShareThings shareThings, Trail trail, Desk desk) {
        this.transfers = transfers;
        this.holdings = holdings;
        this.mayHold = mayHold;
        this.shareThings = shareThings;
        this.trail = trail;
        this.desk = desk;
    }

    /** The link's secret is told once, to the owner and to whom it is sent. */
    @Transactional
    Offered offer(Caller caller, Contact to) {
        var shop = caller.must(Scope.SHOP_WRITE);
        var account = owner(caller);
        var now = desk.clock.instant();
        transfers.lapse(shop, now);
        var secret = SecretText.draw(Mark.LINK);
        var transfer = new Transfer(shop, desk.ids.next(), account, holdings.hash(to), now.plus(desk.settings.transferWithin()));
        if (!transfers.add(transfer, secret.hash())) {
            throw new ShopProblem.TransferOffered();
        }
        trail.note(Note.of(shop, "shop.offered", "transfer", transfer.id()).after(Map.of("until", transfer.until().toString())));
        return new Offered(secret, transfer.until());
    }

    @Transactional
    void withdraw(Caller caller) {
        var shop = caller.must(Scope.SHOP_WRITE);
        owner(caller);
        if (!transfers.withdraw(shop)) {
            throw new ShopProblem.NoTransfer();
        }
        trail.note(Note.of(shop, "shop.offer-withdrawn", "shop", shop.value()));
    }

    /** Unknown, ended, too late and meant for somebody else are answered alike. */
    @Transactional
    ShopId accept(Buyer buyer, String secret) {
        buyer.mustBeFresh();
        var transfer = SecretText.parse(Mark.LINK, secret).flatMap(text -> transfers.lock(text.hash()))
                .filter(it -> desk.clock.instant().isBefore(it.until()))
                .filter(it -> holdings.has(buyer.account(), it.to()))
                .orElseThrow(ShopProblem.NoTransfer::new);
        if (!transfer.from().equals(buyer.account())) {
            mayHold.oneMore(buyer.account());
        }
        if (!holdings.hand(transfer.shop(), transfer.from(), buyer.account())) {
            throw new ShopProblem.NoTransfer();
        }
        transfers.accept(transfer, buyer.account());
        shareThings.endAll(transfer.shop(), "the change of owner");
        trail.note(Note.of(transfer.shop(), "shop.taken-over", "transfer", transfer.id())
                .before(Map.of("owner", transfer.from().text())).after(Map.of("owner", buyer.account().text())));
        return transfer.shop();
    }

    private AccountId owner(Caller caller) {
        var account = caller.account();
        if (account == null || !holdings.owns(account, caller.shop())) {
            throw new ShopProblem.OwnerOnly();
        }
        caller.mustBeFresh();
        return account;
    }

    record Offered(SecretText secret, Instant until) {
    }

    /** Numbers, time and limits. */
    @Component
    static class Desk {

        private final Ids ids;
        private final Clock clock;
        private final ShopSettings settings;

        Desk(Ids ids, Clock clock, ShopSettings settings) {
            this.ids = ids;
            this.clock = clock;
            this.settings = settings;
        }
    }
}
