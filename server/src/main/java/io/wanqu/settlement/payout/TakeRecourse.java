package io.wanqu.settlement.payout;

import java.util.ArrayList;
import java.util.List;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gets back from a shop what the fund paid for it: from its deposit, then from what it could draw; the rest keeps it from drawing. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TakeRecourse {

    private final ShopMoney money;
    private final Post post;
    private final JdbcClient jdbc;
    private final ShopDesk desk;

    TakeRecourse(ShopMoney money, Post post, JdbcClient jdbc, ShopDesk desk) {
        this.money = money;
        this.post = post;
        this.jdbc = jdbc;
        this.desk = desk;
    }

    /** What the shop could pay by itself now. */
    public long drawable(ShopId shop, Money like) {
        return money.lock(shop, like.currency()).drawable();
    }

    /** The fund's money pays what the shop must return, and the shop owes it; returns what of it was taken at once. */
    public long lend(ShopId shop, long source, Money amount) {
        money.lock(shop, amount.currency());
        var taken = take(shop, source, amount);
        post.post(List.of(new Transfer(shop, "compensation.lent", source, Account.RECOURSE, Account.AVAILABLE, amount)));
        return taken;
    }

    /** Takes what is there by now of what is still owed; returns how much that was. */
    public long take(ShopId shop, long source, Money owed) {
        var sums = money.lock(shop, owed.currency());
        var fromDeposit = Math.clamp(sums.deposit(), 0, owed.minor());
        var fromAvailable = Math.clamp(sums.available(), 0, owed.minor() - fromDeposit);
        var id = desk.ids().next();
        var transfers = new ArrayList<Transfer>();
        if (fromDeposit > 0) {
            var used = new Money(fromDeposit, owed.currency());
            noteUse(shop, id, used);
            transfers.add(new Transfer(shop, "compensation.recourse/" + id, source, Account.DEPOSIT, Account.RECOURSE, used));
        }
        if (fromAvailable > 0) {
            transfers.add(new Transfer(shop, "compensation.recourse/" + id, source, Account.AVAILABLE, Account.RECOURSE,
                    new Money(fromAvailable, owed.currency())));
        }
        post.post(transfers);
        return fromDeposit + fromAvailable;
    }

    private void noteUse(ShopId shop, long id, Money used) {
        jdbc.sql("""
                insert into settlement.deposit_move (shop_id, move_id, kind, amount_minor, currency, reason, made_by)
                values (:shop, :id, 'used', :amount, :currency, 'what the compensation fund paid for the shop', 'the rules of the fund')
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("amount", used.minor())
            .param("currency", used.currency().getCurrencyCode())
            .update();
    }
}
