package io.wanqu.shop.sharing;

import java.time.Clock;
import java.util.List;

import io.wanqu.identity.staff.Holdings;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.shop.Shop;
import io.wanqu.shop.ShopProblem;
import io.wanqu.shop.sharing.Share.Kind;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets another shop of the same owner use something, and takes it back: what was begun with it goes on to its end. */
@Component
public class ShareThings {

    private final Shares shares;
    private final Holdings holdings;
    private final Shop.Stock stock;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    ShareThings(Shares shares, Holdings holdings, Shop.Stock stock, Trail trail, Ids ids, Clock clock) {
        this.shares = shares;
        this.holdings = holdings;
        this.stock = stock;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** Only a person who owns both shops may join them; a program with a token of one of them may not. */
    @Transactional
    Share give(Caller caller, ShopId to, Kind kind, @Nullable PoolId pool, String reason) {
        var shop = caller.must(Scope.SHOP_WRITE);
        var account = owner(caller);
        if (to.equals(shop) || to.equals(ShopId.PLATFORM) || !holdings.lockOwned(account, List.of(shop, to))) {
            throw new ShopProblem.OtherOwner();
        }
        if (pool != null && !stock.keeps(shop, pool)) {
            throw new ShopProblem.OtherOwner();
        }
        var share = new Share(shop, ids.next(), to, kind, pool, caller.name(), reason, clock.instant(), null, null);
        if (!shares.add(share)) {
            throw new ShopProblem.ShareExists(kind.text());
        }
        note(share, "share.given");
        return share;
    }

    @Transactional
    Share end(Caller caller, long id) {
        var shop = caller.must(Scope.SHOP_WRITE);
        owner(caller);
        var ended = shares.end(shop, id, caller.name()).orElseThrow(() -> new ShopProblem.UnknownShare(id));
        note(ended, "share.ended");
        return ended;
    }

    /** A shop that changes hands takes nothing with it and leaves nothing behind. */
    @Transactional
    public void endAll(ShopId shop, String by) {
        shares.endAll(shop, by).forEach(share -> note(share, "share.ended"));
    }

    /** Both shops have it in their books. */
    private void note(Share share, String action) {
        for (var shop : List.of(share.shop(), share.to())) {
            trail.note(Note.of(shop, action, "share", share.id()).after(share));
        }
    }

    private AccountId owner(Caller caller) {
        var account = caller.account();
        if (account == null || !holdings.owns(account, caller.shop())) {
            throw new ShopProblem.OwnerOnly();
        }
        caller.mustBeFresh();
        return account;
    }
}
